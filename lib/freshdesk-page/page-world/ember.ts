/** `unsaved`: the model holds changes that a reload would throw away. */
export type ReloadOutcome = 'reloaded' | 'no-model' | 'unsaved';

const read = (value: unknown, name: string): unknown =>
  (typeof value === 'object' && value !== null) || typeof value === 'function'
    ? Reflect.get(value, name)
    : undefined;

/** Calls a method found at run time; undefined when there is none. */
function call(target: unknown, name: string, ...input: readonly unknown[]): unknown {
  const method = read(target, name);
  return typeof method === 'function' ? Reflect.apply(method, target, input) : undefined;
}

/** The application's store of models (path seen in a shipped extension, 2026-05). */
function storeOf(view: Window): unknown {
  const ember: unknown = Reflect.get(view, 'Ember');
  const lists = [
    read(read(ember, 'Application'), 'NAMESPACES'),
    read(read(ember, 'Namespace'), 'NAMESPACES'),
  ];
  for (const application of lists.flatMap((list): unknown[] => (Array.isArray(list) ? list : []))) {
    const store = call(read(application, '__container__'), 'lookup', 'service:store');
    if (store !== undefined && store !== null) return store;
  }
  return null;
}

/**
 * Makes Freshdesk's page read a ticket again: after a write through the API its own model is stale. A model with unsaved
 * changes is left alone, because a reload would throw them away.
 */
export async function reloadTicket(ticketId: number, view: Window): Promise<ReloadOutcome> {
  try {
    const store = storeOf(view);
    const record =
      call(store, 'peekRecord', 'ticket', String(ticketId)) ??
      call(store, 'peekRecord', 'ticket', ticketId);
    if (typeof read(record, 'reload') !== 'function') return 'no-model';
    if (read(record, 'hasDirtyAttributes') === true) return 'unsaved';
    if (call(record, 'get', 'hasDirtyAttributes') === true) return 'unsaved';
    await call(record, 'reload');
    return 'reloaded';
  } catch {
    return 'no-model';
  }
}
