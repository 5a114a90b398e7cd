import type { Account } from '../../types.ts';
import type { BusinessHours, SlaPolicy, SlaTarget } from '../model/account.ts';

/** Ids of policies and hours are text in 2026 and numbers before (recorded). */
function idOf(id: number, account: Account): string | number {
  return account.age === '2022' ? id : String(id);
}

/** Clock time of business hours: `h:mm a` in older accounts, `hh:mm:ss a` in 2026. */
function clock(minute: number, account: Account): string {
  const hour = Math.floor(minute / 60) % 24;
  const half = hour < 12 ? 'am' : 'pm';
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  const minutes = String(minute % 60).padStart(2, '0');
  return account.age === '2022'
    ? `${twelve}:${minutes} ${half}`
    : `${String(twelve).padStart(2, '0')}:${minutes}:00 ${half}`;
}

function clock24(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** `GET /business_hours`: a day that is closed is missing; holidays are nowhere in the API. */
export function presentHours(hours: BusinessHours, account: Account): Record<string, unknown> {
  const days = Object.entries(hours.days);
  return {
    id: idOf(hours.id, account),
    name: hours.name,
    description: '',
    is_default: hours.is_default,
    time_zone: hours.time_zone,
    business_hours: Object.fromEntries(
      days.map(([day, { openMinute, closeMinute }]) => [
        day,
        { start_time: clock(openMinute, account), end_time: clock(closeMinute, account) },
      ]),
    ),
    created_at: hours.created_at,
    updated_at: hours.created_at,
    ...(account.age === '2022'
      ? {}
      : {
          source_business_hours: [
            {
              business_hours_type: 'custom',
              business_hours: days.map(([day, { openMinute, closeMinute }]) => ({
                day,
                time_slots: [{ start_time: clock24(openMinute), end_time: clock24(closeMinute) }],
              })),
              is_default: true,
              sources: [],
            },
          ],
        }),
  };
}

function presentTarget(target: SlaTarget, account: Account): Record<string, unknown> {
  return {
    business_hours: target.businessHours,
    escalation_enabled: true,
    respond_within: target.respondSeconds,
    resolve_within: target.resolveSeconds,
    // Switched off is null in 2022 and 0 in 2026 (recorded).
    next_respond_within: target.nextRespondSeconds ?? (account.age === '2022' ? null : 0),
  };
}

/** `GET /sla_policies`; times in seconds. */
export function presentPolicy(policy: SlaPolicy, account: Account): Record<string, unknown> {
  return {
    id: idOf(policy.id, account),
    name: policy.name,
    description: policy.description,
    active: true,
    sla_target: {
      priority_4: presentTarget(policy.targets[4], account),
      priority_3: presentTarget(policy.targets[3], account),
      priority_2: presentTarget(policy.targets[2], account),
      priority_1: presentTarget(policy.targets[1], account),
    },
    applicable_to: policy.applicable_to,
    is_default: policy.is_default,
    position: policy.position,
    created_at: policy.created_at,
    updated_at: policy.created_at,
    escalation: {},
    ...(account.age === '2022' ? {} : { advanced_conditions: {} }),
  };
}
