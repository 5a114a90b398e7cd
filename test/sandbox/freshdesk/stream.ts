import type { TicketEvent } from './context.ts';

/** Listeners of the agent page, and the end of their connections. */
export type EventStream = {
  publish: (event: TicketEvent) => void;
  /** Opens a stream of Server-Sent Events for one ticket, or for all when `ticketId` is null. */
  open: (ticketId: number | null) => Response;
  /** Ends all streams. */
  close: () => void;
};

/** Stands for Freshdesk's websocket: tells an open page that a ticket changed through the API. */
export function createEventStream(): EventStream {
  type Listener = {
    ticketId: number | null;
    controller: ReadableStreamDefaultController<Uint8Array>;
  };
  const listeners = new Set<Listener>();
  const encoder = new TextEncoder();
  const send = (listener: Listener, text: string) => {
    try {
      listener.controller.enqueue(encoder.encode(text));
    } catch {
      // The page is gone; its stream was cancelled between two events.
      listeners.delete(listener);
    }
  };
  return {
    publish: (event) => {
      for (const listener of listeners) {
        if (listener.ticketId !== null && listener.ticketId !== event.id) continue;
        send(listener, `data: ${JSON.stringify(event)}\n\n`);
      }
    },
    open: (ticketId) => {
      let opened: Listener | undefined;
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          opened = { ticketId, controller };
          listeners.add(opened);
          // Something at once, so that headers leave and `EventSource` fires `open`.
          send(opened, ': connected\n\n');
        },
        cancel: () => {
          if (opened) listeners.delete(opened);
        },
      });
      return new Response(body, {
        headers: {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        },
      });
    },
    close: () => {
      for (const { controller } of listeners) controller.close();
      listeners.clear();
    },
  };
}
