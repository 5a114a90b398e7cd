import { Info } from 'lucide-react';
import type { ReactElement } from 'react';
import { IconButton } from '@/components/ui/IconButton';
import { Popup } from '@/components/ui/Popup';
import { Skeleton } from '@/components/ui/Skeleton';
import type { DutyView } from '@/lib/contract/duty';
import { useDuty, useSettings } from '@/lib/client/useTeam';
import { dayWords } from '@/lib/domain/words';
import { useNow } from '@/lib/client/useNow';
import { dayTime, initials } from './format';
import { SettingsButton } from './Problem';
import { ownTimeZone } from './scene';

type Known = Extract<DutyView, { configured: true }>;

function DutyReason({ duty, zone }: { readonly duty: Known; readonly zone: string }): ReactElement {
  const now = useNow();
  return (
    <div className="sb-pad sw-stack">
      <p>
        {duty.incoming} joins and {duty.outgoing} leaves on{' '}
        {dayTime(new Date(duty.shiftEnd), zone, now)} ({zone}).
      </p>
      <p className="sw-muted">
        {duty.reason} This shift began on {dayWords(new Date(duty.shiftStart), zone, now)}.
      </p>
    </div>
  );
}

/** Who serves now and who joins when, in one line. */
export function Duty(): ReactElement {
  const { data: duty, error } = useDuty();
  const { data: settings } = useSettings();
  const now = useNow();
  const zone = settings?.settings.timeZone ?? ownTimeZone();
  if (duty === undefined) {
    if (error === null) return <Skeleton heightPx={20} width="80%" />;
    return <span className="sw-small">Who is on duty could not be read: {error.message}</span>;
  }
  if (!duty.configured) {
    return (
      <span className="sw-row sw-small">
        <span className="sw-cut" title={duty.missing}>
          Who is on duty is not set up yet.
        </span>
        <SettingsButton>Add the team</SettingsButton>
      </span>
    );
  }
  return (
    <div className="sw-row sb-duty">
      <span className="sw-row sb-duty__people">
        {duty.stewards.map((name) => (
          <span key={name} className="sw-row sb-duty__one">
            <span className="sb-avatar" aria-hidden>
              {initials(name)}
            </span>
            <span className="sw-cut">{name}</span>
          </span>
        ))}
        <span className="sb-duty__word">on duty</span>
      </span>
      <span className="sw-push sw-cut sb-duty__next">
        {duty.incoming} joins {dayWords(new Date(duty.shiftEnd), zone, now)}
      </span>
      <Popup
        renderTrigger={(trigger) => <IconButton icon={Info} label="Why these two" {...trigger} />}
      >
        {() => <DutyReason duty={duty} zone={zone} />}
      </Popup>
    </div>
  );
}
