import { createContext, use } from 'react';
import type { TicketFacts, TicketProgress, TicketRef } from '@/lib/contract/ticket';
import type { Settings, TicketView } from '@/lib/contract/views';
import type { Category, Pack } from '@/lib/pack/schema';

/** Everything the sections of one ticket read; made once per view, so that no section reads it in its own way. */
export type Scene = {
  readonly ref: TicketRef;
  readonly view: TicketView;
  readonly facts: TicketFacts;
  readonly progress: TicketProgress;
  readonly pack: Pack;
  readonly settings: Settings;
  readonly category: Category | null;
  readonly incident: boolean;
  /** An incident that is still going on; a resolved one calls for calm work again. */
  readonly ongoingIncident: boolean;
  /** IANA zone of the steward's own machine. */
  readonly ownZone: string;
};

/** The category with this id calls for the incident process: the pack's file format fixes the name. */
const INCIDENT = 'incident';

/** The steward's own IANA zone, as the browser knows it. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Puts ticket, pack and settings together. */
export function sceneOf(view: TicketView, pack: Pack, settings: Settings): Scene {
  const category = pack.categories.find(({ id }) => id === view.categoryId) ?? null;
  const incident = category?.id === INCIDENT;
  return {
    ref: view.facts.ref,
    view,
    facts: view.facts,
    progress: view.progress,
    pack,
    settings,
    category,
    incident,
    ongoingIncident: incident && view.facts.status.phase === 'open',
    ownZone: ownTimeZone(),
  };
}

export const SceneContext = createContext<Scene | null>(null);

/** The scene around a section; throws outside one, which is a mistake in the code. */
export function useScene(): Scene {
  const scene = use(SceneContext);
  if (scene === null) throw new Error('useScene needs a SceneContext above it');
  return scene;
}
