import { requestClaim } from '../decide/claims.js';
import type { Journal } from '../decide/journal.js';
import { issueLetters } from '../decide/letters.js';
import { moveCase } from '../decide/move-case.js';
import { computeWrites, requestWrites } from '../decide/record-writes.js';
import { reopenCase } from '../decide/reopen-case.js';
import { refuse, stopWith } from '../decide/stop.js';
import { engineIssue } from '../issues/catalogue.js';
import { refusal } from '../issues/refusals.js';
import { procedureEvent } from '../position/machine-config.js';
import type { ProcedureKind } from './procedures.js';

/**
 * `revoke-decision` (撤销决定): the decision of a batch stands no more, its rows are open again and the case goes where the definition says, a
 * closed one too. The act names the decision that it supersedes; letters and records are of the rows as they were granted.
 */
export const revocation: ProcedureKind = {
  whenClosed: true,

  subject({ journal, command }) {
    const { decisions = [] } = journal.state;
    const batch = command.batch ?? decisions.at(-1)?.batch;
    if (batch === undefined || !decisions.some((known) => known.batch === batch)) refuse(refusal('NOTHING_TO_REVOKE'));
    return { batch, ...clauseOf(journal, command.clause) };
  },

  grant({ journal, definition, procedure }) {
    const { batch = 0, reason, clause } = procedure;
    const decision = journal.state.decisions?.find((known) => known.batch === batch);
    // Revoked by another procedure meanwhile.
    if (!decision) return;
    const rows = journal.state.items.filter((item) => item.final && item.batch === batch);
    const granted = rows.filter(({ status }) => status === 'approved');
    const writes = computeWrites(journal, journal.compiled.procedureWrites.get(definition.id) ?? [], granted);
    if (journal.state.status === 'closed') reopenCase(journal);
    const items = rows.map(({ id }) => id);
    const cited = clause === undefined ? {} : { clause };
    const slots = reason === undefined ? {} : { reason: { subject: journal.applicant, value: reason } };
    journal.record(
      'DecisionRevoked',
      { batch, items, supersedes: decision.act, ...cited },
      { ...(items.length > 0 ? { items } : {}), slots },
    );
    for (const item of journal.state.items) if (items.includes(item.id) && !item.claim) requestClaim(journal, item);
    const supersedes = journal.state.letters.findLast((letter) => letter.batch === batch)?.id;
    issueLetters(journal, definition.letters ?? [], { items: rows, reason, clause, supersedes });
    requestWrites(journal, writes);
    moveTo(journal, definition.id, definition.to);
  },
};

/** `terminate`: the case ends where the definition says, whatever it was doing. */
export const termination: ProcedureKind = {
  subject: ({ journal, command }) => clauseOf(journal, command.clause),

  grant({ journal, definition, procedure: { reason, clause } }) {
    const writes = computeWrites(journal, journal.compiled.procedureWrites.get(definition.id) ?? []);
    issueLetters(journal, definition.letters ?? [], { reason, clause });
    requestWrites(journal, writes);
    moveTo(journal, definition.id, definition.to);
  },
};

function clauseOf({ ctx }: Journal, clause: string | undefined): { readonly clause?: string } {
  if (clause === undefined) return {};
  if (!ctx.clause(clause)) stopWith([engineIssue('CLAUSE_UNKNOWN', '/clause', { clause })]);
  return { clause };
}

function moveTo(journal: Journal, procedure: string, to: string | undefined): void {
  if (to !== undefined) moveCase(journal, { type: procedureEvent(procedure), to }, 'canceled');
}
