import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { formatMoney } from '../../../shared/index.js';
import { approvedNow, totalOf } from '../item-state.js';
import { type Intent, rowsOf, type Typed } from './intent.js';

/** How an intent is named: on its button, as the title of its panel, and after it was done. The verb tells the consequence. */
export function useIntentWords(): (intent: Intent, view: CaseView, typed?: Typed) => string {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  return (intent, view, typed) => {
    if (intent.kind === 'extend') return typed?.days ? t('panel.extendVerb', { count: Number(typed.days) || 0 }) : t('bar.extend');
    if (intent.kind === 'vote')
      return typed?.vote
        ? t('panel.voteVerb', { vote: t(`panel.votes.${typed.vote}`) })
        : t('bar.vote', { label: text(intent.procedure.label) });
    const rows = rowsOf(intent, view);
    const objection = intent.kind === 'public-objection' || intent.action.kind === 'object';
    if (objection) return rows.length > 0 ? t('panel.objectVerb', { count: rows.length }) : t('panel.objectWhole');
    const { action, outcome } = intent;
    if (outcome) {
      if (outcome !== 'approve') return t(`panel.verbs.${outcome}`, { count: rows.length });
      if (rows.some(({ result }) => result === 'manual')) {
        return t('panel.approveManual', { count: rows.length, amount: formatMoney(typed?.amount.trim()) });
      }
      return t('panel.verbs.approve', { count: rows.length, amount: formatMoney(totalOf(rows)) });
    }
    if (action.kind === 'supplement') return typed ? t('panel.supplementVerb', { count: typed.list.length }) : text(action.label);
    if (action.kind === 'deliver') return t('panel.deliverVerb');
    const approved = approvedNow(view.items);
    const consequence = { count: approved.length, amount: formatMoney(totalOf(approved)) };
    if (action.kind === 'decide') {
      if (refusesAll(intent))
        return t('bar.refuseAll', {
          count: view.items.filter(({ final, status }) => !final && status !== 'split' && status !== 'held').length,
        });
      return approved.length > 0 ? t('bar.grant', consequence) : text(action.label);
    }
    if (action.kind === 'move' && approved.length > 0 && action.letters.length > 0) {
      return t('bar.withRows', { label: text(action.label), ...consequence });
    }
    return text(action.label);
  };
}

/** A deciding action that asks for a reason instead of an opinion is the one that refuses. */
export function refusesAll(intent: Intent): boolean {
  return (
    intent.kind === 'action' &&
    intent.action.kind === 'decide' &&
    intent.action.requires.includes('reason') &&
    !intent.action.requires.includes('opinion')
  );
}
