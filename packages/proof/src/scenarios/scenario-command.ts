import type { ComposedPack, Issue, ScenarioStep } from '@careway/definition';
import type { AttachmentRef, CaseState, Command, CorrectFact, TakeAction, ValidatedSubmission } from '@careway/engine';
import { birthDates } from '@careway/forms';
import { simulateAnswers, simulatedAttachment, simulatedFact, simulateSubmission } from '../simulation/simulated-submission.js';

export type StepCommand =
  | { readonly command: Command; readonly issues?: undefined }
  | { readonly issues: readonly Issue[]; readonly command?: undefined }
  /** The step only moves the clock. */
  | { readonly command?: undefined; readonly issues?: undefined };

/** The command that a step of a scenario stands for, on the case as it is now. Rows are named by number, letters by their document. */
export function scenarioCommand(composed: ComposedPack, state: CaseState, step: ScenarioStep, today: string): StepCommand {
  if (step.submission) return supplement(composed, state, step, today);
  if (step.procedure !== undefined) return { command: procedure(state, step) };
  if (step.correct) return { command: correction(composed, state, step, today) };
  if (step.take) return { command: taking(state, step) };
  if (step.action === undefined) return {};
  const answered = answers(composed, state, step, today);
  return answered.issues ? { issues: answered.issues } : { command: takeAction(state, step, { submission: answered.submission, today }) };
}

function taking(state: CaseState, { step, seat }: ScenarioStep): Command {
  const task = state.tasks.find((known) => known.kind === 'step' && known.step === step && (seat === undefined || known.seat === seat));
  return { type: 'TakeTask', task: task?.id ?? '' };
}

/** Answers of the action's form. An action without a form takes none: the engine tells. */
function answers(
  composed: ComposedPack,
  state: CaseState,
  step: ScenarioStep,
  today: string,
): { readonly submission?: ValidatedSubmission; readonly issues?: readonly Issue[] | undefined } {
  if (step.answers === undefined) return {};
  const service = composed.services.get(state.service);
  const places = composed.workflows.get(state.workflow.id)?.steps ?? [];
  const place = places.find(({ id }) => id === (step.step ?? state.position[0]));
  const form = place?.actions?.find(({ id }) => id === step.action)?.form;
  if (!service || form === undefined) return {};
  return simulateAnswers(composed, service, { form, data: step.answers, today });
}

function supplement(composed: ComposedPack, state: CaseState, step: ScenarioStep, today: string): StepCommand {
  const service = composed.services.get(state.service);
  if (!service) throw new TypeError(`the pack has no service ${state.service}`);
  const { submission, issues } = simulateSubmission(composed, service, {
    data: step.submission,
    today,
    stage: 'draft',
    recorded: state.answers,
  });
  if (!submission) return { issues };
  return { command: { type: 'FileSupplement', submission, ...defined({ effectiveOn: step.effectiveOn }) } };
}

function procedure(state: CaseState, step: ScenarioStep): Command {
  const { procedure: id = '', vote = 'request', reason = '' } = step;
  if (vote !== 'request') {
    const open = state.procedures.find((known) => known.procedure === id);
    return { type: 'VoteProcedure', id: open?.id ?? id, vote };
  }
  const clock = state.clocks.findLast((known) => known.clock === step.clock && known.status !== 'ended' && known.status !== 'canceled');
  const about = defined({
    clock: clock?.id ?? step.clock,
    days: step.days,
    step: step.step,
    seat: step.seat,
    substitute: step.substitute,
    batch: step.batch,
    clause: step.clause,
  });
  return { type: 'RequestProcedure', procedure: id, ...about, reason };
}

/** The value that is wrong is the one that stands now; numbers are sealed as when they were filed. */
function correction(composed: ComposedPack, state: CaseState, step: ScenarioStep, today: string): CorrectFact {
  const { fact = '', row, value = '' } = step.correct ?? {};
  const item = row === undefined ? undefined : (state.items.find((known) => known.row === row)?.id ?? `row-${row}`);
  const workflow = composed.workflows.get(state.workflow.id);
  const definition = [...(workflow?.facts ?? []), ...(workflow?.items?.facts ?? [])].find(({ id }) => id === fact);
  const field = definition?.from.field ?? fact;
  const beside = birthDates([...(workflow?.facts ?? []), ...(workflow?.items?.facts ?? [])], { [field]: value });
  return {
    type: 'CorrectFact',
    fact,
    value: simulatedFact(definition, value),
    ...(Object.keys(beside).length > 0 ? { beside } : {}),
    ...(item !== undefined && fact === workflow?.items?.subject ? { subject: `sim-${String(value)}` } : {}),
    supersedes: state.factActs?.[item === undefined ? fact : `${item}:${fact}`] ?? 0,
    reason: step.reason ?? '',
    ...defined({ item, attachments: attachmentsOf(step, today) }),
  };
}

function attachmentsOf({ attachments }: ScenarioStep, today: string): readonly AttachmentRef[] | undefined {
  return attachments?.map((name) => simulatedAttachment(name, `${today}T09:00:00+08:00`));
}

function takeAction(
  state: CaseState,
  step: ScenarioStep,
  { submission, today }: { readonly submission: ValidatedSubmission | undefined; readonly today: string },
): TakeAction {
  const items = step.items?.map((row) => state.items.find((item) => item.row === row)?.id ?? `row-${row}`);
  const letter =
    state.letters.findLast((known) => known.letter === step.letter && known.status !== 'delivered') ??
    state.letters.findLast((known) => known.letter === step.letter);
  return {
    type: 'TakeAction',
    step: step.step ?? state.position[0] ?? '',
    action: step.action ?? '',
    ...defined({
      effectiveOn: step.effectiveOn,
      opinion: step.opinion,
      reason: step.reason,
      clause: step.clause,
      items,
      outcome: step.outcome,
      amount: step.amount,
      list: step.list,
      to: step.to,
      letter: letter?.id ?? step.letter,
      method: step.method,
      receiptFor: step.receiptFor === 'letter' ? letter?.number : step.receiptFor,
      attachments: attachmentsOf(step, today),
      seat: step.seat,
      submission,
      assignments: step.assign,
    }),
  };
}

function defined<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
