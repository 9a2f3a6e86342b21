import type { LocalizedText } from '@careway/definition';
import type { Act } from '@careway/engine';
import type { StoredCommit } from '../ports/case-store.js';
import type { PrintPart } from '../views.js';
import { dateText } from '../views/date-text.js';
import { personView } from '../views/person-view.js';
import type { ViewContext } from '../views/view-context.js';
import { printWords } from './print-catalogue.js';
import { amountWords, heading } from './print-text.js';

/** The decision of each batch, with its total also in capitals; one that was revoked says so. */
export function approvalDecisions(context: ViewContext, commits: readonly StoredCommit[]): readonly PrintPart[] {
  const acts = commits.flatMap((commit) => commit.acts);
  const revoked = new Map(acts.flatMap((act) => (act.type === 'DecisionRevoked' ? [[act.data.supersedes, act.effectiveOn] as const] : [])));
  const entries = acts.flatMap((act) => (act.type === 'BatchDecided' ? [decisionLine(context, act, revoked.get(act.seq))] : []));
  return entries.length > 0 ? [heading(printWords.decision), { kind: 'list', entries }] : [];
}

function decisionLine(context: ViewContext, act: Act & { readonly type: 'BatchDecided' }, revokedOn: string | undefined): LocalizedText {
  const { batch, items, outcome, total } = act.data;
  const who = act.actor.id === undefined ? '' : personView(context, act.actor.id).name;
  const day = dateText(act.effectiveOn);
  const words = total === undefined ? undefined : amountWords(total);
  const decided = outcome === 'grant' ? { 'zh-CN': '批准', en: 'granted' } : { 'zh-CN': '不予批准', en: 'refused' };
  const gone = revokedOn === undefined ? undefined : dateText(revokedOn);
  const ends: LocalizedText = {
    'zh-CN': `${words ? `，合计${words['zh-CN']}` : ''}${gone ? `；${gone['zh-CN']}已撤销` : ''}`,
    en: `${words ? `, total ${words.en}` : ''}${gone ? `; revoked on ${gone.en}` : ''}`,
  };
  // A case without rows has neither batches nor anything granted: what was done says how it was decided.
  if (context.state.items.length === 0) {
    return { 'zh-CN': `${who}${day['zh-CN']}作出决定${ends['zh-CN']}`, en: `Decided by ${who} on ${day.en}${ends.en}` };
  }
  return {
    'zh-CN': `第${batch}批${items.length}行：${who}${day['zh-CN']}${decided['zh-CN']}${ends['zh-CN']}`,
    en: `Batch ${batch}, ${items.length} row(s): ${decided.en} by ${who} on ${day.en}${ends.en}`,
  };
}
