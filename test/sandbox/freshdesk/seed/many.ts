import type { Context } from '../context.ts';
import { HOUR_MS } from '../model/time.ts';
import { createTicket } from '../tickets/create.ts';
import type { SeedClock } from './clock.ts';

const TOPICS = [
  'Cannot log in',
  'Server starts slowly',
  'Package missing in the image',
  'Disk nearly full',
  'Question about costs',
  'Access for a new colleague',
  'Kernel restarts',
];

/** Plain open tickets, half an hour apart, from all communities in turn; the newest is an hour old. */
export function seedMany(context: Context, clock: SeedClock, count: number): void {
  const contacts = [...context.store.contacts.values()];
  for (let index = 0; index < count; index += 1) {
    const contact = contacts[index % contacts.length];
    if (!contact) return;
    const topic = TOPICS[index % TOPICS.length] ?? 'Question';
    const arrived = new Date(
      context.now().getTime() - HOUR_MS - ((count - 1 - index) * HOUR_MS) / 2,
    );
    createTicket(clock.at(arrived), {
      subject: `${topic} (${index + 1})`,
      description: `<div>Hello, this is request number ${index + 1} of a busy week: ${topic.toLowerCase()}.</div>`,
      requester_id: contact.id,
      source: 1,
      priority: index % 9 === 0 ? 3 : 1,
    });
  }
}
