import type { ComposedPack, LocalizedText, RegisterWrite, WorkflowDefinition } from '@careway/definition';
import type { Act, CaseState } from '@careway/engine';
import { expressionsOfAction, namedParams, paramsInAct } from './param-hits.js';
import type { TraceStep } from './simulate.js';

export type CoverageKind =
  | 'step'
  | 'action'
  | 'path'
  | 'end'
  | 'breach'
  | 'escalation'
  | 'row'
  | 'param'
  | 'procedure'
  | 'write'
  | 'letter';

/** Something that scenarios must reach. Keys: `action:<workflow>/<step>.<ACTION>`, `row:<decision>/<table>/<rule>` and so on. */
export interface CoverageGoal {
  readonly key: string;
  readonly kind: CoverageKind;
  readonly label: LocalizedText;
}

/** Everything in a pack that its scenarios must reach: of the workflows and decisions that its services use. */
export function coverageGoals(composed: ComposedPack): CoverageGoal[] {
  const services = [...composed.services.values()];
  const workflows = [...new Set(services.map(({ workflow }) => workflow))].flatMap((id) => composed.workflows.get(id) ?? []);
  const named = services.flatMap(({ decision, decisionBy }) => [decision ?? [], ...Object.values(decisionBy?.decisions ?? {})].flat());
  const decisions = [...new Set(named)].flatMap((id) => composed.decisions.get(id) ?? []);
  const rows = decisions.flatMap((decision) =>
    decision.tables.flatMap((table) =>
      table.rules.map((rule) =>
        goal(
          'row',
          `${decision.id}/${table.id}/${rule.id}`,
          rule.label ?? plain(`${table.label['zh-CN']} ${rule.id}`, `${table.label.en} ${rule.id}`),
        ),
      ),
    ),
  );
  return [...workflows.flatMap(workflowGoals), ...rows];
}

function workflowGoals(workflow: WorkflowDefinition): CoverageGoal[] {
  const { id } = workflow;
  return [
    ...workflow.steps.flatMap((step) => [
      step.kind === 'end' ? goal('end', `${id}/${step.id}`, step.label) : goal('step', `${id}/${step.id}`, step.label),
      ...(step.actions ?? []).flatMap((action) => {
        const key = `${id}/${step.id}.${action.id}`;
        const label = plain(`${step.label['zh-CN']}·${action.label['zh-CN']}`, `${step.label.en}: ${action.label.en}`);
        return [
          goal('action', key, label),
          ...(action.paths ?? []).map((path, index) =>
            goal('path', `${key}/${index}`, path.label ?? plain(`${label['zh-CN']} → ${path.to}`, `${label.en} → ${path.to}`)),
          ),
          ...writeGoals(key, label, action.writes),
        ];
      }),
    ]),
    ...workflow.clocks.filter(({ onDue }) => onDue === 'breach').map((clock) => goal('breach', `${id}/${clock.id}`, clock.label)),
    ...workflow.clocks.flatMap((clock) =>
      (clock.escalation ?? []).map((_, index) =>
        goal(
          'escalation',
          `${id}/${clock.id}/${index + 1}`,
          plain(`${clock.label['zh-CN']}·第${index + 1}级`, `${clock.label.en}: level ${index + 1}`),
        ),
      ),
    ),
    ...(workflow.params ?? []).map((param) => goal('param', `${id}/${param.id}`, param.label)),
    ...(workflow.procedures ?? []).flatMap((procedure) => [
      ...['granted', 'refused'].map((outcome) => goal('procedure', `${id}/${procedure.id}/${outcome}`, procedure.label)),
      ...writeGoals(`${id}/${procedure.id}`, procedure.label, procedure.writes),
    ]),
  ];
}

function writeGoals(place: string, label: LocalizedText, writes: readonly RegisterWrite[] = []): CoverageGoal[] {
  return writes.map((write) => goal('write', `${place}/${write.id}`, plain(`${label['zh-CN']}：${write.id}`, `${label.en}: ${write.id}`)));
}

function goal(kind: CoverageKind, place: string, label: LocalizedText): CoverageGoal {
  return { key: `${kind}:${place}`, kind, label };
}

function plain(zh: string, en: string): LocalizedText {
  return { 'zh-CN': zh, en };
}

/** Adds what one step of a run reached. Parameters count when a clock with them starts, or an action or procedure that reads them is tried. */
export function collectHits(composed: ComposedPack, traced: TraceStep, hits: Set<string>): void {
  const { state } = traced;
  const workflow = state && composed.workflows.get(state.workflow.id);
  if (!state || !workflow) return;
  for (const step of state.visited)
    hits.add(`${workflow.steps.find(({ id }) => id === step)?.kind === 'end' ? 'end' : 'step'}:${workflow.id}/${step}`);
  for (const [index, act] of traced.acts.entries()) {
    const place = { act, earlier: traced.acts.slice(0, index), later: traced.acts.slice(index + 1), state };
    actHits(workflow, place, hits);
    writeHits(workflow, place, hits);
    for (const id of paramsInAct(composed, workflow, { act, state })) hits.add(`param:${workflow.id}/${id}`);
    for (const id of decidedBy(workflow, act)) hits.add(`decided:${id}`);
  }
  hits.add(`service:${state.service}`);
  const decision = composed.services.get(state.service)?.decision;
  for (const item of state.items) for (const { table, rule } of item.result?.matched ?? []) hits.add(`row:${decision}/${table}/${rule}`);
  const { step } = traced;
  if (step?.action !== undefined) readHits(workflow, { stepId: step.step ?? traced.acts[0]?.step, actionId: step.action }, hits);
  if (step?.correct) hits.add(`correction:${workflow.id}/corrections`);
  const procedure = workflow.procedures?.find(({ id }) => id === step?.procedure);
  if (procedure?.param !== undefined) hits.add(`param:${workflow.id}/${procedure.param}`);
}

/** Decisions that gave a fact which an act records. */
function decidedBy({ facts }: WorkflowDefinition, act: Act): readonly string[] {
  if (act.type !== 'FactsRecorded') return [];
  return facts.flatMap(({ id, from }) => (from.decision !== undefined && id in act.data.sources ? [from.decision] : []));
}

interface ActPlace {
  readonly act: Act;
  readonly earlier: readonly Act[];
  readonly later: readonly Act[];
  readonly state: CaseState;
}

function actHits(workflow: WorkflowDefinition, { act, later, state }: ActPlace, hits: Set<string>): void {
  const { id } = workflow;
  if (act.type === 'ActionTaken' && act.step !== undefined) {
    const key = `${id}/${act.step}.${act.data.action}`;
    hits.add(`action:${key}`);
    pathHits(workflow, { key, stepId: act.step, actionId: act.data.action, later }, hits);
  } else if (act.type === 'ClockStarted') {
    const clock = workflow.clocks.find((known) => known.id === act.data.clock);
    hits.add(`clock:${id}/${act.data.clock}`);
    if (clock?.param !== undefined) hits.add(`param:${id}/${clock.param}`);
  } else if (act.type === 'ClockBreached') {
    const clock = state.clocks.find((known) => known.id === act.data.id)?.clock;
    hits.add(`breach:${id}/${clock}`);
  } else if (act.type === 'ClockEscalated') {
    const clock = state.clocks.find((known) => known.id === act.data.id)?.clock;
    hits.add(`escalation:${id}/${clock}/${act.data.level}`);
  } else if (act.type === 'PositionMoved') {
    for (const step of act.data.entries)
      hits.add(`${workflow.steps.find((known) => known.id === step)?.kind === 'end' ? 'end' : 'step'}:${id}/${step}`);
  } else if (act.type === 'LetterIssued') hits.add(`letter:${act.data.letter.letter}`);
  else if (act.type === 'LetterDelivered') for (const { remedy } of act.data.remedies) hits.add(`remedy:${remedy}`);
  else procedureHits(workflow, { act, state }, hits);
}

/** The act that closes a procedure names only its running id; the one that asked for it names both. */
function procedureHits({ id, procedures }: WorkflowDefinition, { act, state }: Pick<ActPlace, 'act' | 'state'>, hits: Set<string>): void {
  if (act.type === 'ProcedureRequested') {
    hits.add(`procedure:${id}/${act.data.procedure}`);
    hits.add(`running:${state.caseId}/${act.data.id}=${act.data.procedure}`);
  } else if (act.type === 'ProcedureClosed') {
    const closed = procedures?.find((known) => hits.has(`running:${state.caseId}/${act.data.id}=${known.id}`));
    if (closed) hits.add(`procedure:${id}/${closed.id}/${act.data.outcome}`);
  }
}

/** A record is written by the action or side procedure that the acts before it tell of. */
function writeHits(workflow: WorkflowDefinition, { act, earlier, state }: ActPlace, hits: Set<string>): void {
  if (act.type !== 'RecordWriteRequested') return;
  const id = act.data.id.slice(0, act.data.id.lastIndexOf('.'));
  const before = earlier.findLast(({ type }) => type === 'ActionTaken' || type === 'ProcedureClosed');
  const action = before?.type === 'ActionTaken' ? before.data.action : undefined;
  const procedure = workflow.procedures?.find(
    (known) => before?.type === 'ProcedureClosed' && hits.has(`running:${state.caseId}/${before.data.id}=${known.id}`),
  );
  hits.add(`write:${workflow.id}/${procedure?.id ?? `${before?.step}.${action}`}/${id}`);
}

function pathHits(
  workflow: WorkflowDefinition,
  taken: { key: string; stepId: string; actionId: string; later: readonly Act[] },
  hits: Set<string>,
): void {
  const { paths = [] } = workflow.steps.find(({ id }) => id === taken.stepId)?.actions?.find(({ id }) => id === taken.actionId) ?? {};
  const moved = taken.later.find((act) => act.type === 'PositionMoved');
  const entered = (to: string) => entryStepsOf(workflow, to).some((step) => moved?.data.entries.includes(step));
  for (const [index, { to }] of paths.entries()) {
    const stays = to === taken.stepId && !moved;
    // A branch that ends enters nothing of its own.
    const ends = to === '$done' && moved !== undefined && !paths.some((other) => entered(other.to));
    if (stays || ends || entered(to)) hits.add(`path:${taken.key}/${index}`);
  }
}

/** The step itself, or where the branches of a block begin. */
function entryStepsOf(workflow: WorkflowDefinition, to: string): readonly string[] {
  const block = workflow.blocks?.find(({ id }) => id === to);
  return block ? block.branches.flatMap(({ entry }) => entryStepsOf(workflow, entry)) : [to];
}

/** Parameters that the guard or a path of a tried action names. */
function readHits(workflow: WorkflowDefinition, tried: { stepId: string | undefined; actionId: string }, hits: Set<string>): void {
  for (const step of workflow.steps) {
    if (tried.stepId !== undefined && step.id !== tried.stepId) continue;
    const action = step.actions?.find(({ id }) => id === tried.actionId);
    if (!action) continue;
    hits.add(`tried:${workflow.id}/${step.id}.${action.id}`);
    for (const id of namedParams(workflow, expressionsOfAction(action))) hits.add(`param:${workflow.id}/${id}`);
  }
}
