import { type CaseState, nextDue } from '@careway/engine';
import { utcText } from '../clock/zone.js';

/** Earliest instant, in UTC, at which a clock of the case has something to do. */
export function nextDueOf(state: CaseState): string | undefined {
  const due = state.status === 'closed' ? undefined : nextDue(state);
  return due === undefined ? undefined : utcText(due);
}
