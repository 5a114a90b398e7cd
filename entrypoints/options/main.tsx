import { browser } from 'wxt/browser';
import { mountPage } from '@/components/mount';
import { OptionsPage } from '@/components/options/OptionsPage';
import '@/components/options/options.css';

mountPage(
  {
    sendMessage: (message) => browser.runtime.sendMessage(message),
    onMessage: browser.runtime.onMessage,
  },
  <OptionsPage />,
);
