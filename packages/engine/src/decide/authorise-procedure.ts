import type { ProcedureDefinition } from '@careway/definition';
import { refusal } from '../issues/refusals.js';
import type { ActActor } from '../types/actor.js';
import type { Refusal } from '../types/context.js';
import type { ProcedureState } from '../types/state.js';
import { tallyVotes } from '../votes/tally.js';
import { type AuthoriseInput, recordedActor } from './authorise.js';
import { heldRole, isInvolved } from './roles.js';

interface Vote {
  readonly procedure: ProcedureState;
  readonly definition: ProcedureDefinition;
  readonly seat: string | undefined;
}

/** The seat in which the actor votes on a side procedure: never the one who asked, never twice, never a party. */
export function authoriseProcedure(
  { state, actor, ctx }: AuthoriseInput,
  { procedure, definition, seat }: Vote,
): { readonly as: ActActor; readonly seat: string; readonly refusal?: undefined } | { readonly refusal: Refusal } {
  if (actor.kind !== 'person') return { refusal: refusal('NOT_YOUR_TASK') };
  if (procedure.votes.some((vote) => vote.by === actor.id)) return { refusal: refusal('ALREADY_VOTED') };
  const open = tallyVotes(definition.decide, procedure.votes).open;
  const mine = open.filter((known) => heldRole(ctx.organisation, state.areaPath, actor, known.role) !== undefined);
  const chosen = seat === undefined ? mine[0] : mine.find((known) => known.id === seat);
  if (!chosen) return { refusal: refusal('NOT_YOUR_TASK') };
  if (procedure.requestedBy === actor.id || procedure.person === actor.id || isInvolved(state, actor)) {
    const message = {
      'zh-CN': '不能审批：这是您自己提出的，或者涉及您本人，或者您是当事人',
      en: 'You cannot decide: you asked for this yourself, it concerns you, or you are a party',
    };
    return { refusal: refusal('SAME_PERSON', { message }) };
  }
  const task = state.tasks.find((known) => known.procedure === procedure.id && known.seat === chosen.id);
  if (task?.takenBy !== undefined && task.takenBy !== actor.id) return { refusal: refusal('TASK_TAKEN') };
  return { as: recordedActor(actor, chosen.role, heldRole(ctx.organisation, state.areaPath, actor, chosen.role)), seat: chosen.id };
}
