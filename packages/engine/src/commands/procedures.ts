import type { ProcedureDefinition } from '@careway/definition';
import { authoriseProcedure } from '../decide/authorise-procedure.js';
import { recordedActor } from '../decide/authorise.js';
import type { Journal } from '../decide/journal.js';
import { closeProcedure, openProcedureTasks } from '../decide/procedure-tasks.js';
import { heldRole } from '../decide/roles.js';
import { refuse, stopWith } from '../decide/stop.js';
import { closeTasks } from '../decide/tasks.js';
import { engineIssue } from '../issues/catalogue.js';
import { refusal } from '../issues/refusals.js';
import type { ActActor } from '../types/actor.js';
import type { RequestProcedure, VoteProcedure } from '../types/command.js';
import type { ProcedureState } from '../types/state.js';
import { tallyVotes } from '../votes/tally.js';
import { extension } from './extend-clock.js';
import { recusal } from './recuse.js';
import { revocation, termination } from './revoke-decision.js';

/** What a request is about, as its act tells it: which clock and days, whom, which batch. */
export type ProcedureSubject = Omit<Partial<ProcedureState>, 'id' | 'procedure' | 'requestedBy' | 'votes' | 'reason'>;

export interface ProcedureRequestInput {
  readonly journal: Journal;
  readonly definition: ProcedureDefinition;
  readonly command: RequestProcedure;
}

export interface ProcedureGrantInput {
  readonly journal: Journal;
  readonly definition: ProcedureDefinition;
  readonly procedure: ProcedureState;
}

/** What is special about one kind of side procedure; asking, voting and closing are the same for all. */
export interface ProcedureKind {
  /** Checks the request and says what it is about. */
  readonly subject: (input: ProcedureRequestInput) => ProcedureSubject;
  readonly grant: (input: ProcedureGrantInput) => void;
  /** Whether it may be asked for on a closed case. */
  readonly whenClosed?: true;
  /** Members of the steps concerned may ask for themselves. */
  readonly forOneself?: true;
}

const kinds: { readonly [K in ProcedureDefinition['kind']]: ProcedureKind } = {
  'extend-clock': extension,
  recuse: recusal,
  'revoke-decision': revocation,
  terminate: termination,
};

/** Asks for a side procedure: tasks open for its seats, the case goes on meanwhile. */
export function requestProcedure(journal: Journal, command: RequestProcedure): void {
  const { compiled, state } = journal;
  const definition = compiled.procedures.get(command.procedure);
  const kind = definition && kinds[definition.kind];
  if (state.status === 'closed' && !kind?.whenClosed) refuse(refusal('CASE_CLOSED'));
  if (!definition || !kind) refuse(refusal('NOT_FOUND'));
  const asker = askerOf(journal, definition, command);
  const { times } = definition;
  if (times !== undefined && (state.actionCounts[`procedure:${definition.id}`] ?? 0) >= times) {
    refuse(refusal('TIMES_EXHAUSTED', { params: { times } }));
  }
  const subject = kind.subject({ journal, definition, command });
  if (!command.reason.trim()) stopWith([engineIssue('REASON_REQUIRED', '/reason')]);
  journal.actor = asker;
  const id = `p${journal.nextSeq}`;
  const slots = { reason: { subject: journal.concerned(), value: command.reason } };
  const step = subject.step ?? stepOfClock(journal, subject.clock);
  journal.record('ProcedureRequested', { id, procedure: definition.id, ...subject }, { ...(step === undefined ? {} : { step }), slots });
  const requested = journal.state.procedures.find((known) => known.id === id);
  if (requested) openProcedureTasks(journal, requested, step ?? journal.state.position[0] ?? '');
}

/** A holder of the role that may ask; where the definition says so a party; a member for itself. */
function askerOf({ state, ctx }: Journal, definition: ProcedureDefinition, command: RequestProcedure): ActActor {
  const { actor } = ctx;
  if (actor.kind !== 'person') refuse(refusal('NOT_YOUR_TASK'));
  const { role, parties } = definition.request;
  const area = heldRole(ctx.organisation, state.areaPath, actor, role);
  if (area !== undefined) return recordedActor(actor, role, area);
  const party = parties ? state.parties.find((known) => actor.parties.includes(known.party)) : undefined;
  if (party) return recordedActor(actor, party.party);
  const own = state.seats?.find(({ seat, person }) => person === actor.id && seat === command.seat);
  if (own && kinds[definition.kind]?.forOneself) return recordedActor(actor);
  return refuse(refusal('NOT_YOUR_TASK'));
}

function stepOfClock({ state }: Journal, id: string | undefined): string | undefined {
  return state.clocks.find((clock) => clock.id === id)?.step;
}

/** A seat votes; a decided vote closes the procedure, a granted one takes effect. */
export function voteProcedure(journal: Journal, command: VoteProcedure): void {
  const { compiled, state, ctx } = journal;
  const procedure = state.procedures.find((known) => known.id === command.id);
  const definition = procedure && compiled.procedures.get(procedure.procedure);
  const kind = definition && kinds[definition.kind];
  if (state.status === 'closed' && !kind?.whenClosed) refuse(refusal('CASE_CLOSED'));
  if (!procedure || !definition || !kind) refuse(refusal('NOT_FOUND'));
  const allowed = authoriseProcedure({ compiled, state, actor: ctx.actor, ctx }, { procedure, definition, seat: command.seat });
  if (allowed.refusal) refuse(allowed.refusal);
  journal.actor = allowed.as;
  const { seat } = allowed;
  const step = procedure.step ?? stepOfClock(journal, procedure.clock);
  journal.record('ProcedureVoted', { id: procedure.id, seat, vote: command.vote }, step === undefined ? {} : { step });
  closeTasks(journal, (task) => task.procedure === procedure.id && task.seat === seat, 'done');
  const votes = journal.state.procedures.find((known) => known.id === procedure.id)?.votes ?? [];
  const { outcome } = tallyVotes(definition.decide, votes);
  if (outcome === 'open') openProcedureTasks(journal, { ...procedure, votes }, step ?? journal.state.position[0] ?? '');
  if (outcome === 'open') return;
  // Closed first: what is granted may move or close the case, and with it whatever is still open.
  closeProcedure(journal, procedure.id, outcome === 'passed' ? 'granted' : 'refused');
  if (outcome === 'passed') kind.grant({ journal, definition, procedure });
}
