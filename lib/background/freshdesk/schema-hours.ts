import * as z from 'zod';
import { flagSchema, instantSchema, orNull, textIdSchema } from './schema-common.ts';

/** Clock of a business-hours entry: `09:00:00 am` in accounts of 2026, `9:00 am` in older ones. */
const twelveHourClockSchema = z
  .string()
  .regex(
    /^(0?\d|1[0-2]):[0-5]\d(:[0-5]\d)? ?(am|pm)$/i,
    'expected a time such as 9:00 am or 09:00:00 am',
  );

const openingSchema = z.object({
  start_time: twelveHourClockSchema,
  end_time: twelveHourClockSchema,
});

const daySchema = openingSchema.optional();

/** Business hours (administrators only). A missing day is closed; holidays are not part of the API. */
export const businessHoursSchema = z.object({
  id: textIdSchema,
  name: z.string(),
  description: orNull(z.string()),
  is_default: flagSchema,
  /** A Rails name such as `Eastern Time (US & Canada)`, not an IANA one. */
  time_zone: z.string().min(1),
  business_hours: orNull(
    z.object({
      monday: daySchema,
      tuesday: daySchema,
      wednesday: daySchema,
      thursday: daySchema,
      friday: daySchema,
      saturday: daySchema,
      sunday: daySchema,
    }),
  ),
  created_at: instantSchema,
  updated_at: instantSchema,
});
