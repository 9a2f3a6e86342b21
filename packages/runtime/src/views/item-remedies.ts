import type { LetterState } from '@careway/engine';
import type { LetterView } from '../views.js';
import { remedyViews } from './letter-view.js';
import type { ViewContext } from './view-context.js';

/**
 * What can be done against what was decided about a row: the remedies of the last letter that concerns it; before there is one, those that
 * the letters of the deciding actions will state.
 */
export function remediesOfItem(context: ViewContext, item: string): LetterView['remedies'] {
  const { state, workflow, today } = context;
  const told = state.letters
    .filter(({ items }) => items.length === 0 || items.includes(item))
    .map((letter) => remedyViews(context, letter))
    .findLast((remedies) => remedies.length > 0);
  if (told) return told;
  const deciding = workflow.steps.flatMap(({ actions }) => (actions ?? []).filter(({ kind, evaluates }) => kind === 'decide' || evaluates));
  const letters = new Set(deciding.flatMap((action) => action.letters ?? []));
  const later = [...letters].flatMap((letter) => remedyViews(context, unwritten(letter, today)));
  return [...new Map(later.map((remedy) => [remedy.id, remedy])).values()];
}

function unwritten(letter: string, today: string): LetterState {
  return { id: '', letter, party: '', status: 'numbering', issuedOn: today, items: [], remedies: [] };
}
