import { createApi } from './api.ts';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { createTexts } from './i18n.ts';
import { createStore, installEmber } from './ember.ts';

const start = async (): Promise<void> => {
  const config = readConfig(document);
  const root = document.querySelector<HTMLElement>('.root-app');
  if (root === null) throw new Error('The root of the app is missing from the page');
  const texts = createTexts(config.language);
  const api = createApi();
  // Add-ons read the agent's language from here.
  localStorage.setItem(
    'storage:user-locale',
    JSON.stringify({ userLanguage: document.documentElement.lang }),
  );
  const [me, fields] = await Promise.all([api.me(), api.ticketFields()]);
  const store = createStore();
  const app = createApp(root, (navigate) => ({
    config,
    api,
    texts,
    me,
    fields,
    navigate,
    store,
    trail: { view: 'all_tickets', ids: [] },
  }));
  if (config.layout !== '2019') installEmber(store);
  await app.start();
};

void start();
