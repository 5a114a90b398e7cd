import { browser } from 'wxt/browser';

/** What stands on Steward's button in the toolbar. An empty text takes it away. */
export type Badge = {
  readonly text: string;
  readonly tone: 'late' | 'soon' | 'plain';
  /** The button's tooltip, read out by screen readers. */
  readonly title: string;
};

export type NoticeContent = {
  readonly title: string;
  readonly message: string;
  /** Words of up to two buttons; left out where the browser knows none (Firefox). */
  readonly buttons: readonly string[];
};

/** The toolbar's badge and the system's notifications. */
export type NoticesPort = {
  readonly setBadge: (badge: Badge) => Promise<void>;
  /** Shows a notification; one with the same id is replaced. */
  readonly show: (id: string, content: NoticeContent) => Promise<void>;
  readonly clear: (id: string) => Promise<void>;
  readonly onClick: (listener: (id: string) => void) => void;
  readonly onButton: (listener: (id: string, index: number) => void) => void;
};

const COLOURS = { late: '#c82124', soon: '#a14b0b', plain: '#2c5cc5' } as const;

/** The browser's own badge and notifications. */
export function createNoticesPort(): NoticesPort {
  return {
    setBadge: async ({ text, tone, title }) => {
      await browser.action.setBadgeText({ text });
      await browser.action.setBadgeBackgroundColor({ color: COLOURS[tone] });
      await browser.action.setTitle({ title });
    },
    show: async (id, { title, message, buttons }) => {
      const content = {
        type: 'basic' as const,
        iconUrl: browser.runtime.getURL('/icon/128.png'),
        title,
        message,
      };
      try {
        await browser.notifications.create(id, {
          ...content,
          buttons: buttons.map((words) => ({ title: words })),
        });
      } catch {
        // Firefox refuses a notification that has buttons (documented, 2026).
        await browser.notifications.create(id, content);
      }
    },
    clear: async (id) => {
      await browser.notifications.clear(id);
    },
    onClick: (listener) => {
      browser.notifications.onClicked.addListener((id) => {
        listener(id);
      });
    },
    onButton: (listener) => {
      browser.notifications.onButtonClicked?.addListener((id, index) => {
        listener(id, index);
      });
    },
  };
}
