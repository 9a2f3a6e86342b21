import type { ComposedPack, Issue, WorkflowDefinition } from '@careway/definition';
import { analysisIssue } from './pack-messages.js';

/** Where a case can go: steps that nothing leads to, steps from which no end can be reached, waits that may never end. Guards are not judged. */
export function checkReachability(composed: ComposedPack, workflow: WorkflowDefinition): Issue[] {
  const file = composed.files.get(`workflow:${workflow.id}`);
  const where = file === undefined ? {} : { file };
  const edges = edgesOf(workflow);
  // A side procedure may take the case on from wherever it stands.
  const aside = (workflow.procedures ?? []).flatMap(({ to }) => to ?? []);
  const reached = closure(edges, [...workflow.entries.map(({ to }) => to), ...aside]);
  const ends = closure(
    reversed(edges),
    workflow.steps.filter(({ kind }) => kind === 'end').map(({ id }) => id),
  );
  return workflow.steps.flatMap((step, index) => {
    const path = `/steps/${index}`;
    const params = { label: step.label };
    const found: Issue[] = [];
    if (!reached.has(step.id)) found.push(analysisIssue('STEP_UNREACHABLE', path, params, where));
    if (!ends.has(step.id)) found.push(analysisIssue('STEP_WITHOUT_END', path, params, where));
    const clocks = step.clocks ?? [];
    if (step.kind === 'wait' && clocks.length === 0) found.push(analysisIssue('WAIT_WITHOUT_CLOCK', `${path}/clocks`, params, where));
    if (step.kind === 'task' && clocks.length === 0)
      found.push(analysisIssue('TASK_WITHOUT_CLOCK', `${path}/clocks`, params, { ...where, severity: 'warning' }));
    return found;
  });
}

type Edges = ReadonlyMap<string, ReadonlySet<string>>;

/** A finished branch (`$done`) goes on where its block goes; entering a block enters all its branches. */
function edgesOf(workflow: WorkflowDefinition): Edges {
  const blocks = workflow.blocks ?? [];
  const exits = new Map(
    blocks.flatMap((block) => block.branches.flatMap(({ members }) => members.map((member) => [member, block.to] as const))),
  );
  const edges = new Map<string, Set<string>>();
  for (const step of workflow.steps) {
    const targets = (step.actions ?? []).flatMap((action) => [action.to, ...(action.paths ?? []).map(({ to }) => to)]);
    const all = [...targets, step.vote?.against].flatMap((to) =>
      to === undefined ? [] : [to === '$done' ? (exits.get(step.id) ?? to) : to],
    );
    edges.set(step.id, new Set(all));
  }
  for (const block of blocks) edges.set(block.id, new Set([...block.branches.map(({ entry }) => entry), block.to]));
  return edges;
}

function reversed(edges: Edges): Edges {
  const back = new Map<string, Set<string>>();
  for (const [from, targets] of edges) {
    for (const to of targets) {
      const sources = back.get(to) ?? new Set();
      back.set(to, sources.add(from));
    }
  }
  return back;
}

function closure(edges: Edges, from: readonly string[]): ReadonlySet<string> {
  const seen = new Set(from);
  for (const node of seen) for (const next of edges.get(node) ?? []) seen.add(next);
  return seen;
}
