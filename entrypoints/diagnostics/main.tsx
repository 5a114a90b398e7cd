import { browser } from 'wxt/browser';
import { mountPage } from '@/components/mount';
import { DiagnosticsPage } from '@/components/diagnostics/DiagnosticsPage';
import '@/components/diagnostics/diagnostics.css';

mountPage(
  {
    sendMessage: (message) => browser.runtime.sendMessage(message),
    onMessage: browser.runtime.onMessage,
  },
  <DiagnosticsPage />,
);
