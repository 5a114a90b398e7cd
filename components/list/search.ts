import { foreignLine } from '@/components/sidebar/foreign-text';
import type { ListTicket } from '@/lib/contract/list';

/** Accents and case aside, so that "jose" finds "José". */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** What a search looks through: number, subject, requester and community of a ticket. */
export function searchText({ facts }: ListTicket): string {
  const { ref, subject, requester, company } = facts;
  const parts = [
    `#${ref.id}`,
    foreignLine(subject),
    foreignLine(requester?.name ?? '', 100),
    foreignLine(requester?.email ?? '', 100),
    foreignLine(company?.name ?? '', 100),
  ];
  return plain(parts.join(' '));
}

/** A test for texts of `searchText`: every word that was typed is in it. */
export function searchTest(search: string): (text: string) => boolean {
  const words = plain(search)
    .split(/\s+/u)
    .filter((word) => word !== '');
  return (text) => words.every((word) => text.includes(word));
}
