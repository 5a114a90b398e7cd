import { browser } from 'wxt/browser';
import { mountPage } from '@/components/mount';
import { PopupPage } from '@/components/popup/PopupPage';
import '@/components/popup/popup.css';

mountPage(
  {
    sendMessage: (message) => browser.runtime.sendMessage(message),
    onMessage: browser.runtime.onMessage,
  },
  <PopupPage />,
);
