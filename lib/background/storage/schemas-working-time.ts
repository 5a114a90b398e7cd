import type {
  Holiday,
  NoticeSettings,
  WeeklyHours,
  WorkingTime,
} from '@/lib/contract/working-time';
import { isTimeZone } from '../time-zone';
import * as z from 'zod';

/* Shapes of working time in the settings. */

const clockSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'use a time such as 09:00');
const stretchesSchema = z.array(z.tuple([clockSchema, clockSchema])).max(20);
const monthDaySchema = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'use a month and day such as 12-25');

export const weeklyHoursSchema: z.ZodType<WeeklyHours> = z.strictObject({
  mon: z.exactOptional(stretchesSchema),
  tue: z.exactOptional(stretchesSchema),
  wed: z.exactOptional(stretchesSchema),
  thu: z.exactOptional(stretchesSchema),
  fri: z.exactOptional(stretchesSchema),
  sat: z.exactOptional(stretchesSchema),
  sun: z.exactOptional(stretchesSchema),
});

const holidaySchema: z.ZodType<Holiday> = z.strictObject({
  date: z.iso.date(),
  name: z.string().max(200),
});

export const workingTimeSchema: z.ZodType<WorkingTime> = z.strictObject({
  calendarId: z.string().min(1).max(100).nullable(),
  customHours: weeklyHoursSchema,
  holidays: z.array(holidaySchema).max(5_000),
  reducedCapacity: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(100),
        name: z.string().min(1).max(200),
        days: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('weekends') }),
          z.strictObject({ kind: z.literal('yearly'), from: monthDaySchema, to: monthDaySchema }),
          z.strictObject({ kind: z.literal('dates'), from: z.iso.date(), to: z.iso.date() }),
        ]),
        clocks: z.enum(['run', 'stop']),
      }),
    )
    .max(100)
    .nullable(),
});

export const noticesSchema: z.ZodType<NoticeSettings> = z.strictObject({
  kinds: z.array(
    z.enum(['new-request', 'answer-due', 'update-due', 'requester-answered', 'may-close']),
  ),
  hours: weeklyHoursSchema,
  timeZone: z.string().max(100).refine(isTimeZone, 'use a zone such as Europe/Berlin').nullable(),
});

const OFFICE_DAY = [['09:00', '17:00']] as const;
const OFFICE_WEEK: WeeklyHours = {
  mon: OFFICE_DAY,
  tue: OFFICE_DAY,
  wed: OFFICE_DAY,
  thu: OFFICE_DAY,
  fri: OFFICE_DAY,
};

/** Working time as the pack has it; custom hours start from an office week, for whoever chooses them. */
export const initialWorkingTime: WorkingTime = {
  calendarId: null,
  customHours: OFFICE_WEEK,
  holidays: [],
  reducedCapacity: null,
};

/** Told of everything, in office hours of the machine's zone. */
export const initialNotices: NoticeSettings = {
  kinds: ['new-request', 'answer-due', 'update-due', 'requester-answered', 'may-close'],
  hours: OFFICE_WEEK,
  timeZone: null,
};
