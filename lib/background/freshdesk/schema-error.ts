import * as z from 'zod';

const optionalText = z.string().nullish();

/** Validation failed: one entry per field (400, sometimes 409). An old 401 has this shape without `field`. */
const validationErrorSchema = z.object({
  description: optionalText,
  errors: z
    .array(z.object({ field: optionalText, message: z.string(), code: optionalText }))
    .min(1),
});

/** A code and a sentence (401, 403), or the sentence alone (405). */
const flatErrorSchema = z.object({ code: optionalText, message: z.string() });

/** The three shapes in which Freshdesk says no; 404 has no body at all and a 5xx may be a web page. */
export const apiErrorSchema = z.union([validationErrorSchema, flatErrorSchema]);

export type ApiError = z.infer<typeof apiErrorSchema>;
