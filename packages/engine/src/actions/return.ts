import { moveCase } from '../decide/move-case.js';
import { refuse, stopWith } from '../decide/stop.js';
import { engineIssue } from '../issues/catalogue.js';
import { refusal } from '../issues/refusals.js';
import { eventOf } from '../position/machine-config.js';
import type { RegionTree } from '../position/region-tree.js';
import type { CaseState } from '../types/state.js';
import { type ActionRun, recordTaken } from './action-run.js';

/** `return`: back to a visited step, earlier in the document or in a sibling branch. Branches that do not move keep everything. */
export function takeReturn(run: ActionRun): void {
  const { journal, step, action, command } = run;
  const to = action.definition.to ?? command.to;
  if (to === undefined) stopWith([engineIssue('TARGET_REQUIRED', '/to')]);
  const label = journal.compiled.steps.get(to)?.definition.label;
  if (!mayReturnTo(journal.state, journal.compiled.tree, step.definition.id, to) || !label) {
    refuse(refusal('RETURN_TARGET_NOT_VISITED', { words: { step: label ?? { 'zh-CN': to, en: to } } }));
  }
  recordTaken(run);
  moveCase(journal, { type: eventOf(step.definition.id, action.definition.id), to }, 'returned');
}

export function mayReturnTo(state: CaseState, tree: RegionTree, from: string, to: string): boolean {
  if (!state.visited.includes(to) || to === from) return false;
  return tree.orderOf(to) < tree.orderOf(from) || inSiblingBranch(tree, from, to);
}

function inSiblingBranch(tree: RegionTree, from: string, to: string): boolean {
  const blocks = new Set(tree.regionsOf(from).flatMap((id) => tree.regions.get(id)?.block ?? []));
  const mine = new Set(tree.regionsOf(from));
  return tree.regionsOf(to).some((id) => !mine.has(id) && blocks.has(tree.regions.get(id)?.block ?? ''));
}
