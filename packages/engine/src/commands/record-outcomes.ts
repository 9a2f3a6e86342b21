import { recordedActor } from '../decide/authorise.js';
import { issuedLetter } from '../decide/letters.js';
import type { Journal } from '../decide/journal.js';
import { moveCase } from '../decide/move-case.js';
import { closeEvent } from '../position/machine-config.js';
import type { EffectOutcome, RecordOutcomes } from '../types/command.js';

/** What came of effects. An outcome already recorded changes nothing, so that it may be told twice. */
export function recordOutcomes(journal: Journal, command: RecordOutcomes): void {
  journal.actor = recordedActor({ kind: 'system', cause: 'effect' });
  for (const outcome of command.outcomes) recordOutcome(journal, outcome);
}

function recordOutcome(journal: Journal, outcome: EffectOutcome): void {
  const { state } = journal;
  switch (outcome.kind) {
    case 'number-assigned':
      return numberAssigned(journal, outcome);
    case 'claim-granted':
      if (claimOf(journal, outcome.item) === 'requested') journal.record('ClaimGranted', { item: outcome.item }, { items: [outcome.item] });
      return;
    case 'claim-refused':
      if (claimOf(journal, outcome.item) === 'requested') {
        const { item, heldSince, heldByService } = outcome;
        journal.record('ClaimRefused', { item, heldSince, heldByService }, { items: [item] });
      }
      return;
    case 'entitlement-recorded':
      if (state.items.some((item) => item.id === outcome.item && item.entitlement === undefined)) {
        journal.record('EntitlementRecorded', { item: outcome.item, record: outcome.record }, { items: [outcome.item] });
      }
      return;
    case 'record-written':
      if (writeStatus(journal, outcome.write) === 'requested')
        journal.record('RecordWritten', { id: outcome.write, version: outcome.version });
      return;
    case 'record-refused':
      if (writeStatus(journal, outcome.write) === 'requested') journal.record('RecordRefused', { id: outcome.write, why: outcome.why });
      return;
    case 'child-opened': {
      const child = state.children.find((known) => known.key === outcome.key);
      if (child?.status === 'opening') journal.record('ChildOpened', { key: outcome.key, caseId: outcome.caseId }, { items: child.items });
      return;
    }
    case 'child-closed':
      return childClosed(journal, outcome.caseId);
  }
}

function writeStatus(journal: Journal, id: string): string | undefined {
  return journal.state.recordWrites?.find((write) => write.id === id)?.status;
}

function claimOf(journal: Journal, item: string): string | undefined {
  return journal.state.items.find((known) => known.id === item)?.claim?.status;
}

function numberAssigned(journal: Journal, outcome: Extract<EffectOutcome, { kind: 'number-assigned' }>): void {
  const { state } = journal;
  if (outcome.for === 'case') {
    if (state.number === undefined) journal.record('NumberAssigned', { for: 'case', number: outcome.number });
    return;
  }
  const letter = state.letters.find((known) => known.id === outcome.letter);
  if (letter?.status !== 'numbering') return;
  journal.record('NumberAssigned', { for: 'letter', letter: letter.id, number: outcome.number });
  issuedLetter(journal, letter);
}

/** A case whose rows all went on in child cases ends with the last of them. */
function childClosed(journal: Journal, caseId: string): void {
  const child = journal.state.children.find((known) => known.caseId === caseId);
  if (!child || child.status === 'closed') return;
  journal.record('ChildClosed', { caseId }, { items: child.items });
  const { state } = journal;
  const allSplit = state.items.length > 0 && state.items.every((item) => item.status === 'split');
  const waiting = state.children.some((known) => known.status !== 'closed');
  const end = journal.compiled.definition.steps.find((step) => step.kind === 'end' && (step.ending ?? 'completed') === 'completed');
  if (state.status === 'open' && allSplit && !waiting && end) moveCase(journal, { type: closeEvent(end.id) }, 'done');
}
