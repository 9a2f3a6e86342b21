import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { formatMoney } from '../../../shared/index.js';
import { useClockUnit } from '../use-clock-unit.js';
import { approvedNow, totalOf } from '../item-state.js';
import { chosenFact, type Intent, rowsOf, type Typed } from './intent.js';

/** How an intent is named: on its button, as the title of its panel, and after it was done. The verb tells the consequence. */
export function useIntentWords(): (intent: Intent, view: CaseView, typed?: Typed) => string {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const action = useActionWords();
  const unit = useClockUnit();
  return (intent, view, typed) => {
    switch (intent.kind) {
      case 'request': {
        const { kind, label } = intent.request;
        if (kind !== 'extend-clock') return typed ? t(`proc.requestVerb.${kind}`) : text(label);
        return typed?.days ? t('panel.extendVerb', { count: Number(typed.days) || 0, unit: unit(view, typed.clock) }) : t('bar.extend');
      }
      case 'vote':
        return typed?.vote
          ? t('panel.voteVerb', { vote: t(`panel.votes.${typed.vote}`) })
          : t('bar.vote', { label: text(intent.procedure.label) });
      case 'correct': {
        const fact = typed && chosenFact(view, typed.fact);
        return fact ? t('proc.correctVerb', { label: text(fact.label) }) : t('proc.correct');
      }
      case 'public-objection': {
        const { length } = rowsOf(intent, view);
        return length > 0 ? t('panel.objectVerb', { count: length }) : t('panel.objectWhole');
      }
      case 'action':
        return action(intent, view, typed);
    }
  };
}

type ActionIntent = Extract<Intent, { kind: 'action' }>;

function useActionWords(): (intent: ActionIntent, view: CaseView, typed?: Typed) => string {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const outcomes = useOutcomeWords();
  return (intent, view, typed) => {
    const { action, outcome } = intent;
    const rows = rowsOf(intent, view);
    if (action.kind === 'object') return rows.length > 0 ? t('panel.objectVerb', { count: rows.length }) : t('panel.objectWhole');
    if (outcome) return outcomes(intent, view, typed);
    if (action.kind === 'supplement') return typed ? t('panel.supplementVerb', { count: typed.list.length }) : text(action.label);
    const label = action.onBehalf ? t('proc.onBehalf', { label: text(action.label) }) : text(action.label);
    if (view.rows !== 'table') return label;
    const approved = approvedNow(view.items);
    const consequence = { count: approved.length, amount: formatMoney(totalOf(approved)) };
    if (action.kind === 'decide') {
      if (refusesAll(intent)) {
        const left = view.items.filter(({ final, status }) => !final && status !== 'split' && status !== 'held');
        return t('bar.refuseAll', { count: left.length });
      }
      return approved.length > 0 ? t('bar.grant', consequence) : label;
    }
    if (action.kind === 'move' && approved.length > 0 && action.letters.length > 0) return t('bar.withRows', { label, ...consequence });
    return label;
  };
}

/** Of a case with one row the row is the case: neither counted nor, where nothing is paid, given an amount. */
function useOutcomeWords(): (intent: ActionIntent, view: CaseView, typed?: Typed) => string {
  const { t } = useTranslation('staff');
  return (intent, view, typed) => {
    const { outcome = 'approve' } = intent;
    const rows = rowsOf(intent, view);
    if (view.rows === 'one' && !view.pays) return t(`items.${outcome}`);
    if (outcome !== 'approve') return t(`panel.verbs.${outcome}`, { count: rows.length });
    const manual = rows.some(({ result }) => result === 'manual');
    return manual
      ? t('panel.approveManual', { count: rows.length, amount: formatMoney(typed?.amount.trim()) })
      : t('panel.verbs.approve', { count: rows.length, amount: formatMoney(totalOf(rows)) });
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
