import { leadStageSchema, type LeadStage } from '@porchlight/contracts';

/** What other programs and people call our stages. */
const alsoCalled: ReadonlyMap<string, LeadStage> = new Map([
  ['open', 'new'],
  ['lead', 'new'],
  ['new_lead', 'new'],
  ['inquiry', 'new'],
  ['enquiry', 'new'],
  ['in_contact', 'contacted'],
  ['visit', 'site_visit'],
  ['site_visited', 'site_visit'],
  ['inspection', 'site_visit'],
  ['quote', 'quoting'],
  ['quoted', 'quoting'],
  ['estimate', 'quoting'],
  ['estimating', 'quoting'],
  ['proposal', 'quoting'],
  ['accepted', 'won'],
  ['sold', 'won'],
  ['signed', 'won'],
  ['closed_won', 'won'],
  ['declined', 'lost'],
  ['dead', 'lost'],
  ['closed_lost', 'lost'],
]);

/** A stage as people write it in a file. Undefined where it is none. */
export const readStage = (text: string): LeadStage | undefined => {
  const word = text
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, '_');
  const stage = leadStageSchema.safeParse(word);
  return stage.success ? stage.data : alsoCalled.get(word);
};
