/** A record of the store, as far as add-ons use one. */
export type StoreRecord = {
  id: string;
  get: (name: string) => unknown;
  reload: () => Promise<StoreRecord>;
};

/** The models the page has loaded: a ticket enters when its page opens and goes when it is left. */
export const createStore = () => {
  const records = new Map<string, StoreRecord>();
  return {
    push: (type: string, record: StoreRecord): void =>
      void records.set(`${type}:${record.id}`, record),
    unload: (type: string, id: string): void => void records.delete(`${type}:${id}`),
    peekRecord: (type: string, id: string | number): StoreRecord | null =>
      records.get(`${type}:${id}`) ?? null,
  };
};

export type Store = ReturnType<typeof createStore>;

/**
 * The way public add-ons reach the page's models (seen in a shipped extension, 2026-05): among
 * `Ember.Application.NAMESPACES` the one with a `__container__`, its `lookup('service:store')`, then
 * `peekRecord('ticket', id)` and `reload()`. Absent on the oldest layout.
 */
export const installEmber = (store: Store): void => {
  const container = {
    lookup: (name: string) =>
      name === 'service:store' ? { peekRecord: store.peekRecord } : undefined,
  };
  const application = { name: 'helpdesk', __container__: container };
  const ember = { Application: { NAMESPACES: [{ name: 'Ember' }, application] } };
  Object.assign(window, { Ember: ember });
};
