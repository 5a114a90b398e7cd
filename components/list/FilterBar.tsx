import { Search } from 'lucide-react';
import { useMemo, type KeyboardEvent, type ReactElement, type Ref } from 'react';
import { foreignLine } from '@/components/sidebar/foreign-text';
import { Button } from '@/components/ui/Button';
import type { ListTicket } from '@/lib/contract/list';
import { NONE, type Filters } from './filters';

type Option = readonly [value: string, label: string];

const byLabel = (a: Option, b: Option): number => a[1].localeCompare(b[1], 'en');

/** The communities and stewards that tickets have, by name. */
function optionsOf(tickets: readonly ListTicket[]): {
  readonly communities: readonly Option[];
  readonly stewards: readonly Option[];
} {
  const communities = new Map<string, string>();
  const stewards = new Map<string, string>();
  for (const { facts } of tickets) {
    const { company, agentName } = facts;
    if (company !== null) communities.set(String(company.id), foreignLine(company.name, 60));
    if (agentName !== null) stewards.set(agentName, foreignLine(agentName, 60));
  }
  return {
    communities: [...communities].sort(byLabel),
    stewards: [...stewards].sort(byLabel),
  };
}

function Choice(props: {
  readonly label: string;
  readonly every: string;
  readonly none: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}): ReactElement {
  const { label, every, none, value, options, onChange } = props;
  const known = value === '' || value === NONE || options.some(([one]) => one === value);
  return (
    <select
      className="sw-field__input sl-filters__choice"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{every}</option>
      <option value={NONE}>{none}</option>
      {options.map(([one, words]) => (
        <option key={one} value={one}>
          {words}
        </option>
      ))}
      {!known && <option value={value}>{foreignLine(value, 60)} (no ticket)</option>}
    </select>
  );
}

/** Narrows the list down to a community, a steward or words. */
export function FilterBar(props: {
  readonly filters: Filters;
  readonly tickets: readonly ListTicket[];
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onChange: (part: Partial<Filters>) => void;
  /** From the search field on to the list. */
  readonly onLeaveSearch: () => void;
}): ReactElement {
  const { filters, tickets, searchRef, onChange, onLeaveSearch } = props;
  const options = useMemo(() => optionsOf(tickets), [tickets]);
  const { community, steward, search } = filters;
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    onLeaveSearch();
  };
  return (
    <search className="sl-filters">
      <span className="sl-search">
        <Search className="sl-search__icon" size={14} aria-hidden />
        <input
          ref={searchRef}
          type="search"
          className="sw-field__input"
          aria-label="Search number, subject, requester or community"
          placeholder="Number, subject, requester …"
          aria-keyshortcuts="/"
          value={search}
          onChange={(event) => onChange({ search: event.target.value })}
          onKeyDown={leave}
        />
      </span>
      <Choice
        label="Community"
        every="All communities"
        none="No community"
        value={community}
        options={options.communities}
        onChange={(value) => onChange({ community: value })}
      />
      <Choice
        label="Steward"
        every="All stewards"
        none="Nobody assigned"
        value={steward}
        options={options.stewards}
        onChange={(value) => onChange({ steward: value })}
      />
      {(community !== '' || steward !== '' || search !== '') && (
        <Button look="text" onClick={() => onChange({ community: '', steward: '', search: '' })}>
          Clear filters
        </Button>
      )}
    </search>
  );
}
