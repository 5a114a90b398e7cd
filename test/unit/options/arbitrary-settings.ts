import fc from 'fast-check';
import type { Settings } from '@/lib/contract/views';
import { arbitraryNotices, arbitraryWorkingTime } from './arbitrary-working-time';

const trimmed = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: 'grapheme', maxLength })
    .map((text) => text.replaceAll(/\s+/gu, ' ').trim())
    .filter((text) => text.length <= 200);
const name = trimmed(40).filter((text) => text !== '');
const hours = fc.oneof(
  fc.integer({ min: 0, max: 1000 }),
  fc.double({ min: 0, max: 1000, noNaN: true }).map((value) => Math.abs(value)),
);
const twoDigits = (max: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max }).map((value) => `${value}`.padStart(2, '0'));
const day = fc
  .date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));

/** Settings as the background may have stored them: every one valid. */
export const arbitrarySettings: fc.Arbitrary<Settings> = fc
  .record({
    freshdeskHost: fc.constantFrom(null, 'acme.freshdesk.com', 'tidepool.freshdesk.com'),
    stewardName: trimmed(40),
    githubRepository: fc.oneof(
      fc.constant(null),
      fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,20}\/[a-z][\w-]{0,20}(\.[a-f]{1,3})?$/),
    ),
    githubRepositoryIsPublic: fc.boolean(),
    roster: fc.uniqueArray(name, { maxLength: 8 }),
    firstShiftStart: fc.oneof(fc.constant(null), day),
    joins: fc.nat(),
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Chatham'),
    handoverTime: fc.tuple(twoDigits(23), twoDigits(59)).map((parts) => parts.join(':')),
    budgetCompanyField: fc.oneof(fc.constant(null), name),
    budgetHoursByCompany: fc.dictionary(name, hours, { maxKeys: 6 }),
    budgetDefaultHours: fc.oneof(fc.constant(null), hours),
    workingTime: arbitraryWorkingTime,
    incidentUpdateHours: fc.oneof(
      fc.constant(null),
      fc.integer({ min: 1, max: 168 }),
      fc.double({ min: 0.25, max: 168, noNaN: true }),
    ),
    notices: arbitraryNotices,
  })
  .map(({ joins, ...settings }) => ({
    ...settings,
    firstIncoming: settings.roster[joins % (settings.roster.length + 1)] ?? null,
  }));
