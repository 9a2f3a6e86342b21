import type { WorkflowDefinition } from '@careway/definition';

/** A branch of a parallel block: the place where a return may be handled without touching its siblings. */
export interface Region {
  /** `block$branch`; never a step id. */
  readonly id: string;
  readonly block: string;
  readonly branch: string;
  /** Leaf that says the branch is finished. */
  readonly done: string;
  readonly entry: string;
  readonly members: readonly string[];
}

/** Where steps, blocks and branches lie in one another. The root region has the id `$root`. */
export interface RegionTree {
  readonly regions: ReadonlyMap<string, Region>;
  /** Regions of a node (step, block or done leaf) from the innermost to the root. */
  readonly regionsOf: (node: string) => readonly string[];
  /** Document order of leaves. */
  readonly orderOf: (leaf: string) => number;
}

export const ROOT_REGION = '$root';
/** Where a case stands before it is opened. */
export const START_LEAF = '$start';
/** What a branch's step names as target to end the branch. */
export const DONE_TARGET = '$done';

export function buildRegionTree(workflow: WorkflowDefinition): RegionTree {
  const regions = new Map<string, Region>();
  const home = new Map<string, Region>();
  for (const block of workflow.blocks ?? []) {
    for (const branch of block.branches) {
      const id = `${block.id}$${branch.id}`;
      const region = { id, block: block.id, branch: branch.id, done: `${id}$done`, entry: branch.entry, members: branch.members };
      regions.set(id, region);
      home.set(region.done, region);
      for (const member of branch.members) home.set(member, region);
    }
  }
  const paths = new Map<string, readonly string[]>();
  const regionsOf = (node: string): readonly string[] => {
    const known = paths.get(node);
    if (known) return known;
    const region = home.get(node);
    const path = region ? [region.id, ...regionsOf(region.block)] : [ROOT_REGION];
    paths.set(node, path);
    return path;
  };
  const order = new Map(workflow.steps.map((step, index) => [step.id, index]));
  return { regions, regionsOf, orderOf: (leaf) => order.get(leaf) ?? workflow.steps.length };
}

/** The innermost region that is active at this position and contains the step. */
export function handlingRegion(tree: RegionTree, position: readonly string[], step: string): string {
  const active = new Set(position.flatMap((leaf) => tree.regionsOf(leaf)));
  return tree.regionsOf(step).find((region) => active.has(region)) ?? ROOT_REGION;
}
