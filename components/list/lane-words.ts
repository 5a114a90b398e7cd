import { Circle, CircleAlert, CircleDot, Timer, type LucideIcon } from 'lucide-react';
import type { Tone } from '@/components/ui/tone';
import type { Lane } from '@/lib/contract/list';
import type { AttentionLevel } from '@/lib/domain/attention';
import type { Shown } from './filters';

/** The name of each lane, the same on chips and tabs. */
export const LANE_WORDS: Readonly<Record<Lane, string>> = {
  'update-due': 'Update due',
  'answer-due': 'Answer due',
  unread: 'Unread',
  'waiting-on-us': 'Waiting on us',
  'may-close': 'May close',
  'waiting-on-them': 'Waiting on them',
};

/** The name of each part of the list. */
export const SHOWN_WORDS: Readonly<Record<Shown, string>> = {
  ...LANE_WORDS,
  now: 'Needs us now',
  aside: 'Put aside',
  all: 'All',
};

/** What an empty part of the list says. */
export const EMPTY_WORDS: Readonly<Record<Shown, string>> = {
  now: 'Nothing needs you now.',
  'update-due': 'No incident waits for an update.',
  'answer-due': 'Nobody waits for a first answer.',
  unread: 'Every request has been read.',
  'waiting-on-us': 'Nothing waits on us.',
  'may-close': 'Nothing may be closed yet.',
  'waiting-on-them': 'Nobody has to answer us.',
  aside: 'Nothing is put aside.',
  all: 'No open or resolved tickets.',
};

/** Word, icon and colour of an urgency: the colour is never alone. */
export const LEVEL_LOOKS: Readonly<
  Record<AttentionLevel, { readonly word: string; readonly icon: LucideIcon; readonly tone: Tone }>
> = {
  late: { word: 'Late', icon: CircleAlert, tone: 'bad' },
  soon: { word: 'Soon', icon: Timer, tone: 'warn' },
  now: { word: 'Now', icon: CircleDot, tone: 'accent' },
  rest: { word: 'Later', icon: Circle, tone: 'plain' },
};
