import type { ActionDefinition, StepDefinition, WorkflowDefinition } from '../schemas/workflow.js';
import { checkTarget } from './check-target.js';
import { checkWrites } from './check-writes.js';
import { type DocumentCheck, exists } from './scope.js';
import type { WorkflowMap } from './workflow-regions.js';

interface Place {
  readonly workflow: WorkflowDefinition;
  readonly map: WorkflowMap;
  readonly step: StepDefinition;
  readonly path: string;
}

/** Every action leads somewhere that exists, in a way that can never be stuck. */
export function checkActions(check: DocumentCheck, workflow: WorkflowDefinition, map: WorkflowMap): void {
  for (const [index, step] of workflow.steps.entries()) {
    const path = `/steps/${index}`;
    if (step.vote?.against !== undefined) checkTarget(check, map, { from: step.id, to: step.vote.against, path: `${path}/vote/against` });
    for (const [at, action] of (step.actions ?? []).entries()) {
      const place = { workflow, map, step, path: `${path}/actions/${at}` };
      checkTargets(check, action, place);
      checkPeriodEnded(check, action, place);
      checkNamed(check, action, place);
      checkWrites(check, workflow, { writes: action.writes, letters: action.letters, path: place.path });
    }
  }
}

function checkTargets(check: DocumentCheck, action: ActionDefinition, { map, step, path }: Place): void {
  const both = action.to !== undefined && action.paths !== undefined;
  const none = action.to === undefined && action.paths === undefined;
  const moves = action.kind === 'move' || action.kind === 'decide' || action.kind === 'reopen' || endsPeriod(action);
  const againstElsewhere = step.vote?.against !== undefined && action.vote !== undefined && action.vote !== 'for';
  if (both || (none && moves && !againstElsewhere && action.vote !== 'abstain')) check.report('TARGET_NOT_UNIQUE', path);
  if (action.to !== undefined) checkActionTarget(check, action, { map, from: step.id, to: action.to, path: `${path}/to` });
  const paths = action.paths ?? [];
  for (const [index, { when, to }] of paths.entries()) {
    const last = index === paths.length - 1;
    if (last && when !== undefined) check.report('LAST_PATH_GUARDED', `${path}/paths/${index}/when`);
    if (!last && when === undefined) check.report('PATH_UNREACHABLE', `${path}/paths/${index}`);
    checkActionTarget(check, action, { map, from: step.id, to, path: `${path}/paths/${index}/to` });
  }
}

function checkActionTarget(
  check: DocumentCheck,
  action: ActionDefinition,
  { map, from, to, path }: { map: WorkflowMap; from: string; to: string; path: string },
): void {
  // A return goes to any visited step: the engine finds the region that holds it.
  if (action.kind === 'return') check.refer('step', to, path, map.places.has(to));
  else checkTarget(check, map, { from, to, path });
}

function endsPeriod({ kind }: ActionDefinition): boolean {
  return kind === 'period-ended' || kind === 'deemed';
}

function checkPeriodEnded(check: DocumentCheck, action: ActionDefinition, { workflow, step, path }: Place): void {
  const ended = endsPeriod(action);
  if (!ended && action.by !== 'clock') return;
  const acting = (step.clocks ?? []).some((id) => workflow.clocks.find((clock) => clock.id === id)?.onDue === 'act');
  if (!ended || action.by !== 'clock' || !acting) check.report('PERIOD_ENDED_WRONG', path);
  if (action.kind === 'deemed') checkDeemed(check, action, path);
}

/** A conclusion without a person rests on a clause in force that orders it. */
function checkDeemed(check: DocumentCheck, { basis }: ActionDefinition, path: string): void {
  const id = basis?.clause;
  if (id === undefined) {
    check.report('DEEMED_WITHOUT_CLAUSE', `${path}/basis`);
    return;
  }
  for (const document of check.scope.content.clauseDocuments.values()) {
    const clause = document.clauses.find((known) => known.id === id);
    const status = clause && (clause.status ?? document.status);
    if (status !== undefined && status !== 'in-force') check.report('DEEMED_CLAUSE_NOT_IN_FORCE', `${path}/basis/clause`, { clause: id });
  }
}

function checkNamed(check: DocumentCheck, action: ActionDefinition, { workflow, path }: Place): void {
  for (const [index, id] of (action.letters ?? []).entries()) {
    check.refer('letter', id, `${path}/letters/${index}`, exists.letter(check.scope, id));
  }
  const { clock } = action;
  if (clock !== undefined)
    check.refer(
      'clock',
      clock,
      `${path}/clock`,
      workflow.clocks.some(({ id }) => id === clock),
    );
  // The only row of a case is not split from it: an objection is against the whole.
  const splits = action.kind === 'object' && workflow.items?.max !== 1;
  if (splits && action.entry === undefined) check.report('OBJECT_WITHOUT_ENTRY', path);
  const decides = action.kind === 'move' || (action.kind === 'decide' && action.outcome !== 'refuse');
  if (action.evaluates && (!decides || !workflow.items)) check.report('EVALUATES_WRONG', `${path}/evaluates`);
  if (action.requires?.includes('receipt') && action.kind !== 'deliver') check.report('RECEIPT_WITHOUT_LETTER', `${path}/requires`);
  if (action.replaces === true && (action.kind !== 'decide' || action.evaluates !== true)) check.report('REPLACES_WRONG', path);
  if (action.entry !== undefined)
    check.refer(
      'entry',
      action.entry,
      `${path}/entry`,
      workflow.entries.some(({ id }) => id === action.entry),
    );
}
