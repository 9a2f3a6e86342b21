import { requestClaim } from './claims.js';
import type { Journal } from './journal.js';

/** A closed case goes on: what it gave up at its end is asked for again. What was decided and delivered stays in its history. */
export function reopenCase(journal: Journal, step?: string): void {
  const { closedOn } = journal.state;
  journal.record('CaseReopened', { closedOn: closedOn ?? journal.today }, step === undefined ? {} : { step });
  for (const item of journal.state.items) {
    if (!item.final && item.status !== 'split' && !item.claim) requestClaim(journal, item);
  }
}
