import type { Freshdesk } from '../../sandbox/freshdesk/index';
import type { Span } from '../domain/oracle';
import { DAY, HOUR, MINUTE } from './quarter-calendar';
import type { Random } from './quarter-random';
import type { Category, State, TrueTicket } from './quarter-truth';

/*
 * What requesters and stewards do in the quarter: tickets come in, are read, answered, resolved, come back and are
 * closed; some are forgotten. It happens in Freshdesk itself, and what happened is noted as the truth.
 */

export type Agenda = { readonly at: (seconds: number, run: () => Promise<void>) => void };

export type Steward = { readonly key: string; readonly works: readonly Span[] };

type Life = TrueTicket & {
  readonly nature: Category;
  /** A steward answers it without ever saying what it is. */
  readonly neverCategorised: boolean;
  updatesLeft: number;
  /** What was planned before something else happened is dropped. */
  plans: number;
};

const REQUESTER = 'ana@hub.example';
const MONTH = 30 * DAY;

export function createLives(deps: {
  readonly freshdesk: Freshdesk;
  readonly agenda: Agenda;
  readonly random: Random;
  readonly stewards: readonly Steward[];
  /** Seconds since 1970. */
  readonly now: () => number;
}) {
  const { freshdesk, agenda, random, stewards, now } = deps;
  const lives: Life[] = [];

  const stateOf = (life: Life): State => {
    const state = life.states.at(-1);
    if (state === undefined) throw new Error('a ticket without a state');
    return state;
  };
  const become = (life: Life, change: Partial<State>): void => {
    life.states.push({ ...stateOf(life), ...change, at: now() });
  };

  /** The first moment from `at` on at which a steward is at work, some minutes after it begins. */
  function whenAtWork({ works }: Steward, at: number): number {
    const span = works.find(({ to }) => to > at);
    if (span === undefined) return Infinity;
    if (at >= span.from) return at;
    return Math.min(span.from + random.between(2 * MINUTE, 150 * MINUTE), span.to - 1);
  }
  const anyone = (): Steward => {
    const steward = stewards[random.between(0, stewards.length - 1)];
    if (steward === undefined) throw new Error('nobody is there');
    return steward;
  };

  async function call(steward: Steward, method: string, path: string, body: object): Promise<void> {
    const authorization = `Basic ${btoa(`${steward.key}:X`)}`;
    const headers = { authorization, 'content-type': 'application/json' };
    const url = `https://acme.freshdesk.com/api/v2/tickets/${path}`;
    const response = await freshdesk.handler(
      new Request(url, { method, headers, body: JSON.stringify(body) }),
    );
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
  }

  /** Usually soon, sometimes later, and now and then forgotten for days. */
  function delay(usual: number): number {
    const luck = random.next();
    if (luck < 0.7) return random.between(MINUTE, usual);
    if (luck < 0.93) return random.between(usual, 4 * usual);
    return random.between(DAY, 6 * DAY);
  }

  function planned(
    life: Life,
    after: number,
    act: (life: Life, steward: Steward) => Promise<void>,
  ) {
    life.plans += 1;
    const plan = life.plans;
    const steward = anyone();
    agenda.at(whenAtWork(steward, now() + after), async () => {
      if (life.plans !== plan) return;
      await act(life, steward);
      goOn(life);
    });
  }

  const read = async (life: Life, steward: Steward): Promise<void> => {
    const types = { incident: 'Incident', change: 'Change Request', guidance: 'Guidance Request' };
    await call(steward, 'PUT', String(life.id), { type: types[life.nature] });
    become(life, { category: life.nature });
  };
  const answer = async (life: Life, steward: Steward): Promise<void> => {
    await call(steward, 'POST', `${life.id}/reply`, { body: '<div>We are looking into it.</div>' });
    become(life, { answeredAt: now() });
    if (random.chance(0.3)) says(life, random.between(30 * MINUTE, 30 * HOUR));
  };
  const resolve = async (life: Life, steward: Steward): Promise<void> => {
    await call(steward, 'PUT', String(life.id), { status: 4 });
    become(life, { phase: 'resolved', resolvedAt: now() });
    if (random.chance(0.25)) says(life, random.between(HOUR, 70 * HOUR));
  };
  const close = async (life: Life, steward: Steward): Promise<void> => {
    await call(steward, 'PUT', String(life.id), { status: 5 });
    become(life, { phase: 'closed' });
  };

  /** The requester writes, which reopens what was resolved or closed. */
  function says(life: Life, after: number): void {
    agenda.at(now() + after, async () => {
      freshdesk.receive({ from: REQUESTER, body: 'And another thing.', ticketId: life.id });
      const back = stateOf(life).phase === 'open' ? {} : { reopenedAt: now(), resolvedAt: null };
      become(life, { ...back, phase: 'open', saidAt: now() });
      goOn(life);
    });
  }

  /** What a steward does next. */
  function goOn(life: Life): void {
    const { phase, category, answeredAt, saidAt, reopenedAt } = stateOf(life);
    if (phase === 'closed') return;
    if (phase === 'resolved') {
      // The rule is the stewards' to know; some are quicker, some never come back to it.
      const luck = random.next();
      if (luck < 0.8) planned(life, luck < 0.05 ? HOUR : random.between(2 * DAY, 6 * DAY), close);
      else planned(life, MONTH, close);
      return;
    }
    if (category === null && !life.neverCategorised) return planned(life, delay(3 * HOUR), read);
    const waits = Math.max(saidAt ?? 0, reopenedAt ?? 0, life.createdAt) > (answeredAt ?? 0);
    if (waits) return planned(life, delay(5 * HOUR), answer);
    if (life.nature === 'incident' && life.updatesLeft > 0) {
      life.updatesLeft -= 1;
      return planned(life, random.between(80 * MINUTE, 5 * HOUR), answer);
    }
    return planned(life, delay(20 * HOUR), resolve);
  }

  return {
    lives: lives as readonly TrueTicket[],
    /** A mail arrives now. */
    arrive: async (): Promise<void> => {
      const number = lives.length + 1;
      const luck = random.next();
      const mail = { from: REQUESTER, subject: `Request ${number}`, body: 'Please help.' };
      const { id } = freshdesk.receive(mail);
      const createdAt = now();
      const nothing = { answeredAt: null, saidAt: null, resolvedAt: null, reopenedAt: null };
      const life: Life = {
        id,
        createdAt,
        states: [{ at: createdAt, phase: 'open', category: null, ...nothing }],
        nature: luck < 0.15 ? 'incident' : luck < 0.6 ? 'change' : 'guidance',
        neverCategorised: random.chance(0.04),
        updatesLeft: random.between(1, 5),
        plans: 0,
      };
      lives.push(life);
      if (random.chance(0.1)) says(life, random.between(HOUR, 20 * HOUR));
      goOn(life);
    },
    /** Moments at which mails arrive: more on working days. */
    arrivals: (count: number, from: number, to: number): readonly number[] => {
      const moments: number[] = [];
      while (moments.length < count) {
        const at = random.between(from, to);
        const day = new Date(at * 1000).getUTCDay();
        if ((day !== 0 && day !== 6) || random.chance(0.3)) moments.push(at);
      }
      return moments.sort((a, b) => a - b);
    },
  };
}
