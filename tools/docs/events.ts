import { eventCatalogue, streams, type EventDefinition } from '@porchlight/contracts';
import type { Document } from './document';
import { z } from 'zod';

const fieldRows = (event: EventDefinition): string[] => {
  const schema = z.toJSONSchema(event.schema, { unrepresentable: 'any', io: 'output' });
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(
    ([name, property]) =>
      `| \`${name}\` | ${typeWords(property)} | ${required.has(name) ? 'always' : 'may be absent'} |`,
  );
};

const typeWords = (property: unknown): string => {
  const parsed = z
    .object({
      type: z.union([z.string(), z.array(z.string())]).optional(),
      format: z.string().optional(),
      enum: z.array(z.unknown()).optional(),
      anyOf: z.array(z.unknown()).optional(),
      items: z.unknown().optional(),
    })
    .safeParse(property);
  if (!parsed.success) return 'any';
  const { type, format, enum: words, anyOf, items } = parsed.data;
  if (anyOf) return anyOf.map(typeWords).join(' or ');
  if (words) return words.map((word) => `\`${String(word)}\``).join(', ');
  if (type === 'array') return `list of ${typeWords(items)}`;
  return format ? `${String(type)} (${format})` : String(type ?? 'any');
};

const chapter = (event: EventDefinition): string =>
  [
    `## \`${event.type}\``,
    '',
    event.summary,
    '',
    `- Kind: **${event.kind}**${event.kind === 'state' ? ' (the highest version wins)' : ' (applied exactly once, by its id)'}`,
    `- Published by **${event.producer}** into stream \`${event.stream}\``,
    `- Applied by ${event.consumers.length > 0 ? event.consumers.map((name) => `**${name}**`).join(', ') : 'nobody yet; it is the record of the change'}`,
    '',
    '| field of `data` | type | present |',
    '|---|---|---|',
    ...fieldRows(event),
    '',
  ].join('\n');

const text = [
  '# Events',
  '',
  '<!-- Generated from libs/contracts by `npm run docs`; `npm test` checks that it is current. -->',
  '',
  'Every message on the bus is an envelope (`libs/contracts/src/envelope.ts`) around one of these. Types are also subjects.',
  'Within a version only additions are made; a break is a new `v<n>`, published beside the old one meanwhile.',
  '',
  '| stream | keeps |',
  '|---|---|',
  ...Object.entries(streams).map(
    ([name, subjects]) => `| \`${name}\` | ${subjects.map((subject) => `\`${subject}\``).join(', ')} |`,
  ),
  '',
  ...eventCatalogue.map(chapter),
].join('\n');

/** Every message on the bus. */
export const events: Document = { file: 'docs/events.md', source: 'the catalogue of events', text };
