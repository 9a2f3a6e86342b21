import type { ActionDefinition, ComposedPack, WorkflowDefinition } from '@careway/definition';
import type { Act, CaseState } from '@careway/engine';

/** Parameters of a workflow that a text names. */
export function namedParams({ params = [] }: WorkflowDefinition, text: string): readonly string[] {
  return params.map(({ id }) => id).filter((id) => new RegExp(`(?<![\\p{L}\\p{N}_])${id}(?![\\p{L}\\p{N}_])`, 'u').test(text));
}

/** Expressions by which an action is allowed, people are named, a path is chosen and it is told whether a record is written. */
export function expressionsOfAction({ guard, paths = [], assign, writes = [] }: ActionDefinition): string {
  return [
    guard,
    ...[...paths, ...writes].map(({ when }) => when),
    ...(assign?.conditions ?? []).map(({ where }) => where),
    assign?.some,
  ].join(' ');
}

/**
 * Parameters that took part in an act: those that a derived fact, the condition of a clock, an assignment, the tables that decided a row or
 * a record written read.
 */
export function paramsInAct(
  composed: ComposedPack,
  workflow: WorkflowDefinition,
  place: { act: Act; state: CaseState },
): readonly string[] {
  const { act, state } = place;
  const actions = workflow.steps.flatMap((step) => step.actions ?? []);
  switch (act.type) {
    case 'FactsRecorded': {
      const facts = [...workflow.facts, ...(workflow.items?.facts ?? [])].filter(({ id }) => id in act.data.sources);
      const decided = facts.map(({ from }) => composed.decisions.get(from.decision ?? ''));
      return namedParams(workflow, [...facts.map(({ from }) => from.expression), JSON.stringify(decided)].join(' '));
    }
    case 'PositionMoved': {
      const entered = workflow.steps.filter(({ id }) => act.data.entries.includes(id)).flatMap(({ clocks = [] }) => clocks);
      const conditions = workflow.clocks.filter(({ id }) => entered.includes(id)).map(({ when }) => when);
      return namedParams(workflow, conditions.join(' '));
    }
    case 'SeatsAssigned':
      return namedParams(
        workflow,
        actions
          .filter(({ assign }) => assign?.steps.includes(act.data.step))
          .map(expressionsOfAction)
          .join(' '),
      );
    case 'ProcedureRequested': {
      const { vote } = workflow.steps.find(({ id }) => id === act.data.step) ?? {};
      return typeof vote?.quorum === 'string' ? [vote.quorum] : [];
    }
    case 'ItemDecided': {
      const decision = composed.decisions.get(composed.services.get(state.service)?.decision ?? '');
      return act.data.result && decision ? namedParams(workflow, JSON.stringify(decision)) : [];
    }
    case 'RecordWriteRequested': {
      const all = [...actions, ...(workflow.procedures ?? [])].flatMap(({ writes = [] }) => writes);
      const id = act.data.id.slice(0, act.data.id.lastIndexOf('.'));
      const own = all.filter((write) => write.id === id && write.register === act.data.register);
      return namedParams(workflow, JSON.stringify(own));
    }
    default:
      return [];
  }
}
