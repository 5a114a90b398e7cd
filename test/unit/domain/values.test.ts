import { describe, expect, test } from 'vitest';
import { firstNameOf } from '@/lib/domain/person-name';
import { templateValues } from '@/lib/domain/values';
import { factsWith, linked, progressWith } from './ticket-facts';

describe('first name', () => {
  test.each([
    ['Ana Ruiz', 'Ana'],
    ['Dr. Ana Ruiz', 'Ana'],
    ['Prof. Dr. Ana Ruiz', 'Ana'],
    ['ruiz, ana', 'Ana'],
    ['RUIZ, ANA', 'Ana'],
    ['Ruiz, Ana (she/her)', 'Ana'],
    ['de la Cruz, María José', 'María'],
    ['Ana Ruiz, PhD', 'Ana'],
    ['"Ana Ruiz" via Helpers', 'Ana'],
    ['Jean-Luc Picard', 'Jean-Luc'],
    ['jean-luc picard', 'Jean-Luc'],
    ['D’Arcy Smith', 'D’Arcy'],
    ['McKenzie Bell', 'McKenzie'],
    ['Ana', 'Ana'],
    ['李明', '李明'],
    ['Łukasz Żak', 'Łukasz'],
  ])('%s → %s', (name, first) => {
    expect(firstNameOf(name, 'someone@earthlab.example')).toBe(first);
  });

  test.each([
    ['ana.ruiz@earthlab.example', 'ana.ruiz@earthlab.example'],
    ['ana.ruiz', 'ana.ruiz@earthlab.example'],
    ['Aruiz', 'aruiz@earthlab.example'],
    ['aruiz42', 'x@earthlab.example'],
    ['A. Ruiz', null],
    ['A Ruiz', null],
    ['Dr.', null],
    ['IT Helpdesk', null],
    ['Earth Lab Support', null],
    ['no-reply', null],
    ['Ana<script>', null],
    ['', null],
    [null, 'ana@earthlab.example'],
  ])('%s is not told', (name, email) => {
    expect(firstNameOf(name, email)).toBeNull();
  });
});

test('only what is known is a key', () => {
  const facts = factsWith({
    requester: { id: 1, name: 'help@earthlab.example', email: 'help@earthlab.example' },
    company: null,
  });
  expect(templateValues({ facts, progress: progressWith(), stewardName: '' })).toEqual({
    'requester.name': 'help@earthlab.example',
    'ticket.id': '4242',
    'ticket.subject': 'Cannot log in to the hub',
    'ticket.url': 'https://acme.freshdesk.com/a/tickets/4242',
  });
});

test('the issue linked last is the one meant; hostile names lose their tricks', () => {
  const progress = progressWith({
    issues: [
      linked('incident', '2026-11-20T18:00:00Z', 311),
      linked('incident', '2026-11-20T19:00:00Z', 312),
      linked('engineering', '2026-11-20T20:00:00Z', 400),
    ],
  });
  const facts = factsWith({ company: { id: 1, name: 'Earth\u202E\n  Lab\u0000' } });
  const values = templateValues({ facts, progress, stewardName: 'Bo' });
  expect(values['incidentIssue.url']).toMatch(/312$/);
  expect(values['engineeringIssue.url']).toMatch(/400$/);
  expect(values['community.name']).toBe('Earth Lab');
  expect(values['requester.firstName']).toBe('Ana');
  expect(values['steward.name']).toBe('Bo');
});
