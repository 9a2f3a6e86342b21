import type { WorkflowDefinition } from '../schemas/workflow.js';
import { checkTarget } from './check-target.js';
import type { DocumentCheck } from './scope.js';
import type { WorkflowMap } from './workflow-regions.js';

/** Members exist and belong to one branch only, an entry is a member, and no block contains itself. */
export function checkBlocks(check: DocumentCheck, workflow: WorkflowDefinition, map: WorkflowMap): void {
  const owner = new Map<string, string>();
  for (const [index, block] of (workflow.blocks ?? []).entries()) {
    const path = `/blocks/${index}`;
    for (const [at, { entry, members }] of block.branches.entries()) {
      const under = `${path}/branches/${at}`;
      if (!members.includes(entry)) check.report('BLOCK_ENTRY_NOT_MEMBER', `${under}/entry`, { id: entry });
      for (const [place, member] of members.entries()) {
        const here = `${under}/members/${place}`;
        check.refer('step or block', member, here, map.places.has(member));
        if (owner.has(member)) check.report('BLOCK_MEMBER_SHARED', here, { id: member });
        owner.set(member, under);
      }
    }
    checkTarget(check, map, { from: block.id, to: block.to, path: `${path}/to` });
    if (containsItself(block.id, map)) check.report('BLOCK_CYCLE', `${path}/branches`, { id: block.id });
  }
}

function containsItself(id: string, { regionOf }: WorkflowMap): boolean {
  const seen = new Set<string>();
  for (let outer = regionOf.get(id)?.block.id; outer !== undefined && !seen.has(outer); outer = regionOf.get(outer)?.block.id) {
    if (outer === id) return true;
    seen.add(outer);
  }
  return false;
}
