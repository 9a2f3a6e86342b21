import type { BlockDefinition, WorkflowDefinition } from '../schemas/workflow.js';

export interface Region {
  readonly block: BlockDefinition;
  readonly branch: BlockDefinition['branches'][number];
}

/** What the checks of targets need to know of a workflow. */
export interface WorkflowMap {
  /** Ids of steps and blocks. */
  readonly places: ReadonlySet<string>;
  /** End steps. */
  readonly ends: ReadonlySet<string>;
  /** The innermost branch that holds a step or block; missing at the top. */
  readonly regionOf: ReadonlyMap<string, Region>;
}

export function describeWorkflow(workflow: WorkflowDefinition): WorkflowMap {
  const regionOf = new Map<string, Region>();
  for (const block of workflow.blocks ?? []) {
    for (const branch of block.branches)
      for (const member of branch.members) if (!regionOf.has(member)) regionOf.set(member, { block, branch });
  }
  return {
    places: new Set([...workflow.steps, ...(workflow.blocks ?? [])].map(({ id }) => id)),
    ends: new Set(workflow.steps.filter(({ kind }) => kind === 'end').map(({ id }) => id)),
    regionOf,
  };
}
