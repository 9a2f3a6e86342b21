import type { LetterState } from '@careway/engine';
import type { LetterView } from '../views.js';
import { clauseOf } from './clause-view.js';
import { daysLeft } from './clock-view.js';
import { paysMoney } from './pays-money.js';
import { plainText, type ViewContext } from './view-context.js';

/** A letter of the case with its delivery and the last days of its remedies. */
export function letterView(context: ViewContext, letter: LetterState): LetterView {
  const template = context.pack.letters.get(letter.letter);
  const { id, number, issuedOn, status, total, batch, delivery } = letter;
  const replaced = context.state.letters.find((known) => known.id === letter.supersedes)?.number;
  return {
    id,
    letter: letter.letter,
    label: template?.label ?? plainText(letter.letter),
    ...(number === undefined ? {} : { number }),
    issuedOn,
    status,
    delivery: template?.delivery ?? 'required',
    ...(total === undefined || !paysMoney(context) ? {} : { total }),
    ...(batch === undefined ? {} : { batch }),
    ...(isRevoked(context, letter) ? { revoked: true as const } : {}),
    ...(delivery ? { delivered: delivery } : {}),
    ...(replaced === undefined ? {} : { supersedes: replaced }),
    remedies: remedyViews(context, letter),
  };
}

/** The batch that it tells of was decided, and that decision stands no more. */
function isRevoked({ state }: ViewContext, { batch }: LetterState): boolean {
  return batch !== undefined && batch < state.batch && !(state.decisions ?? []).some((decision) => decision.batch === batch);
}

/** Remedies against a letter: before its delivery those valid on the day of issue, afterwards those that run, with their last days. */
export function remedyViews(context: ViewContext, letter: LetterState): LetterView['remedies'] {
  const template = context.pack.letters.get(letter.letter);
  const counted = new Map(letter.remedies.map((remedy) => [remedy.remedy, remedy]));
  return (template?.remedies ?? []).flatMap((id) => {
    const remedy = context.ctx.remedies.get(id);
    if (!remedy) return [];
    const { validity, label, body, how } = remedy;
    const days = counted.get(id);
    const valid = validity.from <= letter.issuedOn && (validity.to === undefined || letter.issuedOn <= validity.to);
    if (letter.delivery ? !days : !valid) return [];
    const left =
      days?.due === undefined ? undefined : daysLeft(context.today, days.due, { unit: 'calendar-day', calendars: context.ctx.calendars });
    const clause = clauseOf(context, remedy.clause);
    return [
      {
        id,
        label,
        body,
        how,
        ...(days?.due === undefined ? {} : { due: days.due }),
        ...(days?.missingYear === undefined ? {} : { missingYear: days.missingYear }),
        ...(left === undefined ? {} : { daysLeft: left }),
        ...(clause ? { clause } : {}),
      },
    ];
  });
}
