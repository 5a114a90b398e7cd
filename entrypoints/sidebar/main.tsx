import { browser } from 'wxt/browser';
import { mountPage } from '@/components/mount';
import { SidebarApp } from '@/components/sidebar/SidebarApp';
import { refFromHash } from '@/lib/client/standalone';
import '@/components/ui/index.css';
import '@/components/sidebar/sidebar.css';

mountPage(
  {
    sendMessage: (message) => browser.runtime.sendMessage(message),
    onMessage: browser.runtime.onMessage,
  },
  <SidebarApp standalone={refFromHash(location.hash)} />,
);
