import { expect, test } from 'vitest';
import { quotedHtml, replySteps } from '../../../sandbox/pages/client/editor/fill';
import { withoutAttribution } from '../../../sandbox/pages/client/editor/froala';
import { fillPlaceholders } from '../../../sandbox/pages/client/editor/placeholders';
import { createTexts, viewTitle } from '../../../sandbox/pages/client/i18n';
import { nameInAddress } from '../../../sandbox/pages/client/ticket/names';
import { initials, spanInWords, timeAgo } from '../../../sandbox/pages/client/ui/format';

const facts = {
  requesterName: 'Ana Ruiz',
  agentName: 'Bo',
  accountName: 'Acme',
  signatureHtml: '',
  language: 'en',
} as const;

test('a reply grows from greeting to signature in top-level divs', () => {
  const steps = replySteps(facts);
  expect(steps).toHaveLength(3);
  expect(steps[0]).toBe('<div>Hi Ana,</div>');
  for (const [index, step] of steps.entries())
    expect(step.startsWith(steps[index - 1] ?? '')).toBe(true);
  expect(steps[2]?.endsWith('<div>Bo</div><div>Acme</div>')).toBe(true);
  expect(steps[2]?.replaceAll(/<div>[^<]*(<br>)?<\/div>/g, '')).toBe('');
});

test('the agent’s own signature stands last, its paragraphs as divs', () => {
  const last = replySteps({ ...facts, signatureHtml: '<p dir="ltr">Bo, Acme Hubs</p>' }).at(-1);
  expect(last?.endsWith('<div>Bo, Acme Hubs</div>')).toBe(true);
});

test('names are escaped wherever they enter HTML', () => {
  expect(replySteps({ ...facts, requesterName: '<b>Q</b>' })[0]).toBe(
    '<div>Hi &lt;b&gt;Q&lt;/b&gt;,</div>',
  );
  expect(quotedHtml('<i>', 'today', '<div>body</div>')).toContain('&lt;i&gt;');
  expect(fillPlaceholders('{{ticket.subject}}', { 'ticket.subject': '<b>' })).toBe('&lt;b&gt;');
});

test('placeholders nobody knows become empty', () => {
  expect(
    fillPlaceholders('Hi {{ ticket.requester.name }}{{ticket.moon}}!', {
      'ticket.requester.name': 'Ana',
    }),
  ).toBe('Hi Ana!');
});

test('the editor’s paragraph about itself is taken out, and nothing else', () => {
  const own = '<p data-f-id="pbf" style="text-align: center;">Made with <a href="x">Y</a></p>';
  expect(withoutAttribution(`<div>Hi</div><p>kept</p>${own}`)).toBe('<div>Hi</div><p>kept</p>');
});

test('labels of default fields follow the language, custom ones the account', () => {
  const { fieldLabel } = createTexts('pt');
  expect(fieldLabel('ticket_type', 'Type')).toBe('Tipo');
  expect(fieldLabel('cf_area', 'Area')).toBe('Area');
  expect(createTexts('en').fieldLabel('ticket_type', 'Kind')).toBe('Kind');
});

test('saved views are named in the agent’s language, unknown ones after their address', () => {
  expect(viewTitle('all_tickets', createTexts('pt'))).toBe('Todos os tickets');
  expect(viewTitle('my_view', createTexts('en'))).toBe('my view');
});

test('names come out of addresses', () => {
  expect(nameInAddress('"Ana Ruiz" <ana@x.example>')).toBe('Ana Ruiz');
  expect(nameInAddress('<ana@x.example>')).toBe('ana@x.example');
  expect(nameInAddress(' ana@x.example ')).toBe('ana@x.example');
});

test('times are told relative and rounded down', () => {
  const now = new Date('2026-03-04T12:00:00Z');
  expect(timeAgo('2026-03-04T10:01:00Z', now, 'en')).toBe('1 hour ago');
  expect(timeAgo('2026-03-01T12:00:00Z', now, 'pt')).toBe('há 3 dias');
  expect(spanInWords(-20_000, 'en')).toBe('1 minute');
});

test('initials of people, of addresses and of nothing', () => {
  expect(initials('Ana María Ruiz')).toBe('AR');
  expect(initials('Bo')).toBe('B');
  expect(initials('ana@x.example')).toBe('A');
  expect(initials('123')).toBe('?');
});
