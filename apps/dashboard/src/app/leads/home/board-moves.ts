import type { Lead, LeadStage } from '@porchlight/contracts';
import { leadStageWords } from '../../words/words';
import { stages } from './lead-filter';

/** The stage beside another, among the columns that are shown; null at the edge. */
export function besides(
  stage: LeadStage,
  way: 'before' | 'after',
  shown: readonly LeadStage[] = stages,
): LeadStage | null {
  const at = shown.indexOf(stage);
  return at < 0 ? null : (shown[way === 'after' ? at + 1 : at - 1] ?? null);
}

/** What is still to be asked before, or offered after, a lead stands in a stage. */
export const askedBy = (to: LeadStage): 'reason' | 'convert' | null =>
  to === 'lost' ? 'reason' : to === 'won' ? 'convert' : null;

/** What a move changes. A lead that is not lost any more has no reason to be. */
export const changeOf = (lead: Lead, to: LeadStage, reason: string | null = null) => ({
  stage: to,
  ...(to === 'lost' ? { lostReason: reason } : lead.lostReason ? { lostReason: null } : {}),
});

/** What is said of a move: `Miller family is in Quoting now, 4th stage of 6.` */
export const movedWords = (lead: Lead, to: LeadStage): string =>
  `${lead.client.name} is in ${leadStageWords[to]} now, stage ${stages.indexOf(to) + 1} of ${stages.length}.`;

export const edgeWords = (lead: Lead, way: 'before' | 'after'): string =>
  `${lead.client.name} is in the ${way === 'after' ? 'last' : 'first'} stage already.`;
