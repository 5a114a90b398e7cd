/** Listens for changes others make to a ticket; returns how to stop. */
export const listenForUpdates = (ticketId: number, onUpdate: () => void): (() => void) => {
  const stream = new EventSource(`/notifications/stream?ticket=${ticketId}`);
  stream.addEventListener('message', (event: MessageEvent<string>) => {
    const update = JSON.parse(event.data) as { type?: string; id?: number };
    if (update.type === 'ticket_updated' && (update.id ?? ticketId) === ticketId) onUpdate();
  });
  return () => stream.close();
};
