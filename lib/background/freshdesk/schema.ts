/*
 * Shapes of Freshdesk's API v2, from its public reference (2026-01) and recorded answers of accounts from 2016 to 2026.
 * The schema files import nothing but zod and name each other with their extension, so that Node can load them
 * directly in checks outside the build.
 */
export * from './schema-error.ts';
export * from './schema-hours.ts';
export * from './schema-people.ts';
export * from './schema-ticket.ts';
export type { FieldValue } from './schema-common.ts';
