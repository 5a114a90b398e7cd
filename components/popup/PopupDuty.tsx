import type { ReactElement } from 'react';
import { useDuty } from '@/lib/client/useTeam';

/** Who serves now, in one line. */
export function PopupDuty(): ReactElement {
  const { data: duty } = useDuty();
  if (duty === undefined) return <span className="sw-small">&nbsp;</span>;
  return (
    <span className="sw-small sw-cut">
      {duty.configured
        ? `On duty: ${duty.stewards.join(', ')}`
        : 'Who is on duty is not set up yet.'}
    </span>
  );
}
