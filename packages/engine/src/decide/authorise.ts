import type { ActionDefinition, StepDefinition } from '@careway/definition';
import type { CompiledStep, CompiledWorkflow } from '../compile/compile-workflow.js';
import { refusal } from '../issues/refusals.js';
import type { ActActor, Actor } from '../types/actor.js';
import type { DecideContext, Refusal } from '../types/context.js';
import type { CaseState } from '../types/state.js';
import { isRecused, maySit, voteOfStep } from '../votes/step-vote.js';
import { tallyVotes } from '../votes/tally.js';
import { heldRole, isInvolved } from './roles.js';

export interface AuthoriseInput {
  readonly compiled: CompiledWorkflow;
  readonly state: CaseState;
  readonly actor: Actor;
  readonly ctx: Pick<DecideContext, 'organisation'>;
}

/** In what capacity the actor may act, or why not. */
export type Authorised =
  | { readonly as: ActActor; readonly seat?: string; readonly refusal?: undefined }
  | { readonly refusal: Refusal; readonly as?: undefined; readonly seat?: undefined };

export function whoMayTake(action: ActionDefinition): NonNullable<ActionDefinition['by']> {
  if (action.by) return action.by;
  if (action.kind === 'withdraw') return 'applicant';
  if (action.kind === 'object') return 'public';
  return action.kind === 'period-ended' ? 'clock' : 'assignee';
}

/** Whether this actor may take an action at a step, whatever its guard says. */
export function authorise(input: AuthoriseInput, step: CompiledStep, action: ActionDefinition, wantedSeat?: string): Authorised {
  const { actor } = input;
  switch (whoMayTake(action)) {
    case 'clock':
      return actor.kind === 'system' ? { as: recordedActor(actor) } : { refusal: refusal('ACTION_NOT_AVAILABLE') };
    case 'public':
      return actor.kind === 'system' ? { refusal: refusal('NOT_YOUR_TASK') } : { as: recordedActor(actor) };
    case 'applicant':
      return authoriseApplicant(input, step.definition);
    case 'party':
      return authoriseApplicant(input, step.definition, step.definition.party);
    default:
      return authoriseAssignee(input, step, action, wantedSeat);
  }
}

export function recordedActor(actor: Actor, as?: string, area?: string): ActActor {
  if (actor.kind === 'system') return { kind: 'system', cause: actor.cause };
  return {
    kind: actor.kind,
    ...(actor.kind === 'person' ? { id: actor.id } : {}),
    ...(as === undefined ? {} : { as }),
    ...(area === undefined ? {} : { area }),
    ...(actor.channel === undefined ? {} : { channel: actor.channel }),
  };
}

/** The party wanted (the applicant when none is named), whoever may act for it, or the clerk who enters what came in at the counter or on paper. */
export function authoriseApplicant(input: AuthoriseInput, step: StepDefinition, wanted?: string): Authorised {
  const { actor, state, ctx } = input;
  const acting = wanted ?? state.parties[0]?.party;
  if (actor.kind === 'public' && acting !== undefined && actor.parties?.includes(acting)) return { as: recordedActor(actor, acting) };
  if (actor.kind !== 'person') return { refusal: refusal('NOT_YOUR_TASK') };
  const party = state.parties.find(
    (known) =>
      acting === known.party && (actor.parties.includes(known.party) || known.subject === actor.id || known.agents.includes(actor.id)),
  );
  if (party) return { as: recordedActor(actor, party.party) };
  const role = step.assignee?.role;
  const onPaper = actor.channel !== undefined && actor.channel !== 'online';
  const area = onPaper && role !== undefined ? heldRole(ctx.organisation, state.areaPath, actor, role) : undefined;
  return area === undefined ? { refusal: refusal('NOT_YOUR_TASK') } : { as: recordedActor(actor, role, area) };
}

function authoriseAssignee(input: AuthoriseInput, step: CompiledStep, action: ActionDefinition, wantedSeat?: string): Authorised {
  const { state, actor, ctx } = input;
  if (actor.kind !== 'person') return { refusal: refusal('NOT_YOUR_TASK') };
  if (isRecused(state, actor.id)) return { refusal: refusal('PERSON_RECUSED') };
  const votes = step.vote && !BESIDE_THE_VOTE.has(action.kind);
  const seats = votes ? openSeats(state, step) : [];
  const roles = votes ? seats.map((seat) => seat.role) : rolesOf(step, action);
  const role = roles.find((known) => heldRole(ctx.organisation, state.areaPath, actor, known) !== undefined);
  const voted = votes && state.votes.some((vote) => vote.step === step.definition.id && vote.by === actor.id);
  if (voted) return { refusal: refusal('ALREADY_VOTED') };
  if (role === undefined) return { refusal: refusal('NOT_YOUR_TASK') };
  const same = samePerson(input, step, action);
  if (same) return { refusal: same };
  const area = heldRole(ctx.organisation, state.areaPath, actor, role);
  const id = step.definition.id;
  const held = seats.filter((seat) => heldRole(ctx.organisation, state.areaPath, actor, seat.role) !== undefined);
  const free = held.filter((seat) => maySit(state, id, { seat, person: actor.id }));
  if (votes && held.length > 0 && free.length === 0) return { refusal: refusal('NOT_ASSIGNED') };
  const taken = (id: string) =>
    state.tasks.some((task) => task.seat === id && task.step === step.definition.id && (task.takenBy ?? actor.id) !== actor.id);
  const seat =
    wantedSeat === undefined ? (free.find((known) => !taken(known.id)) ?? free[0]) : free.find((known) => known.id === wantedSeat);
  if (votes && !seat) return { refusal: refusal('NOT_YOUR_TASK') };
  const task = state.tasks.find((known) => known.kind === 'step' && known.step === step.definition.id && known.seat === seat?.id);
  if (task?.takenBy !== undefined && task.takenBy !== actor.id) return { refusal: refusal('TASK_TAKEN') };
  return { as: recordedActor(actor, role, area), ...(seat ? { seat: seat.id } : {}) };
}

/** Actions at a voted step that are no votes. */
const BESIDE_THE_VOTE: ReadonlySet<ActionDefinition['kind']> = new Set(['return', 'items', 'supplement', 'assign']);

function rolesOf(step: CompiledStep, action: ActionDefinition): readonly string[] {
  // Who leads the step names its people; they do not name one another.
  if (action.kind === 'assign' && step.definition.assignee) return [step.definition.assignee.role];
  const seats = step.vote?.seats.map((seat) => seat.role) ?? [];
  return step.definition.assignee ? [step.definition.assignee.role, ...seats] : seats;
}

function openSeats(state: CaseState, step: CompiledStep) {
  const rule = voteOfStep(step, state);
  if (!rule) return [];
  return tallyVotes(
    rule,
    state.votes.filter((vote) => vote.step === step.definition.id),
  ).open;
}

/** Segregation of duties: no party of the case, nobody who acted at the steps named by `distinctFrom`. */
function samePerson({ compiled, state, actor }: AuthoriseInput, step: CompiledStep, action: ActionDefinition): Refusal | undefined {
  if (actor.kind !== 'person') return undefined;
  const label = action.label;
  if (isInvolved(state, actor)) {
    const message = {
      'zh-CN': `不能“${label['zh-CN']}”：您是本件的当事人或代办人`,
      en: `You cannot “${label.en}”: you are a party of this case or act for one`,
    };
    return refusal('SAME_PERSON', { message });
  }
  const clash = (step.definition.distinctFrom ?? []).find((other) => state.performers[other]?.includes(actor.id));
  if (clash === undefined) return undefined;
  const where = compiled.steps.get(clash)?.definition.label ?? { 'zh-CN': clash, en: clash };
  const message = {
    'zh-CN': `不能“${label['zh-CN']}”：您办过本件的“${where['zh-CN']}”`,
    en: `You cannot “${label.en}”: you acted on this case at “${where.en}”`,
  };
  return refusal('SAME_PERSON', { message });
}
