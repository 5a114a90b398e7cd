import { browser } from 'wxt/browser';
import { mountPage } from '@/components/mount';
import { ListPage } from '@/components/list/ListPage';
import '@/components/list/list.css';

mountPage(
  {
    sendMessage: (message) => browser.runtime.sendMessage(message),
    onMessage: browser.runtime.onMessage,
  },
  <ListPage />,
);
