import * as z from 'zod';

/*
 * Building blocks of the schemas. Freshdesk leaves out or nulls the same key depending on call, plan and age of the
 * account, so every optional value is read as "null when there is none".
 */

/** Id of a ticket, person, group, company …: a number, or its digits as text. Never above 2^53. */
export const idSchema = z.union([
  z.int().nonnegative(),
  z
    .string()
    .regex(/^\d{1,15}$/, 'expected an id')
    .transform(Number),
]);

/** Id that is a number in accounts of 2022 and text in those of 2026 (business hours, SLA policies): always text here. */
export const textIdSchema = z.union([z.string().min(1), z.number().transform(String)]);

/**
 * Instant as ISO 8601 in UTC. Freshdesk writes `2026-03-04T10:30:00Z`; old examples carry an offset, which is
 * converted.
 */
export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, 'expected an instant')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'expected an instant')
  .transform((text) => (text.endsWith('Z') ? text : new Date(text).toISOString()));

/** The value, or null when it is null or absent. */
export function orNull<S extends z.ZodType>(schema: S) {
  return schema.nullish().transform((value) => value ?? null);
}

/** A yes or no that counts as no when it is null or absent. */
export const flagSchema = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

/** A list that counts as empty when it is null or absent. */
export function listOf<S extends z.ZodType>(item: S) {
  return z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);
}

/** A text that counts as empty when it is null or absent. */
export const textSchema = z
  .string()
  .nullish()
  .transform((text) => text ?? '');

/** Value of a custom field. */
export type FieldValue = string | number | boolean | null;

function fieldValue(value: unknown): FieldValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  // Fields with several choices come as a list of texts; other structures are of no use to a steward.
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
    return value.join(', ');
  }
  return null;
}

/** Custom fields by API name. On tickets most names begin with `cf_`, on contacts and companies none do. */
export const customFieldsSchema = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((fields): Readonly<Record<string, FieldValue>> =>
    Object.fromEntries(
      Object.entries(fields ?? {}).map(([name, value]) => [name, fieldValue(value)]),
    ),
  );
