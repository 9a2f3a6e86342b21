import type { WorkflowDefinition } from '@careway/definition';
import { type AnyMachineSnapshot, type AnyStateMachine, createActor, createMachine, getMicrosteps } from 'xstate';
import { type MachineEvent, machineConfig } from './machine-config.js';
import { handlingRegion, type RegionTree, START_LEAF } from './region-tree.js';

/** Where a case goes: steps left and entered in the order in which it happens, microstep by microstep. */
export interface Move {
  readonly to: readonly string[];
  readonly exits: readonly string[];
  readonly entries: readonly string[];
}

/** A stored position that this workflow cannot have: refused, never repaired. */
export class PositionRefused extends Error {
  readonly code = 'POSITION_REFUSED';
  constructor(
    readonly stored: readonly string[],
    readonly restored: readonly string[],
  ) {
    super(`position [${stored.join(', ')}] is not one of this workflow; it would become [${restored.join(', ')}]`);
  }
}

/** An event that nothing handles at this position. */
export class MoveRefused extends Error {
  readonly code = 'MOVE_REFUSED';
}

export interface MoveRequest {
  readonly type: string;
  /** Index of the path whose guard holds. */
  readonly path?: number;
  /** Target of a return. */
  readonly to?: string;
}

/** The only door to XState: (position, event, guard results) → (position, ordered exits and entries), memoised. */
export interface Mover {
  /** @throws PositionRefused, MoveRefused */
  move(position: readonly string[], request: MoveRequest): Move;
}

const MEMO_LIMIT = 20_000;

export function createMover(workflow: WorkflowDefinition, tree: RegionTree): Mover {
  let machine: AnyStateMachine | undefined;
  const memo = new Map<string, Move>();
  return {
    move(position, request) {
      const key = `${position.join('|')} ${request.type} ${request.path ?? ''} ${request.to ?? ''}`;
      const known = memo.get(key);
      if (known) return known;
      machine ??= createMachine(machineConfig(workflow, tree) as never) as AnyStateMachine;
      const made = computeMove(machine, tree, position, request);
      if (memo.size >= MEMO_LIMIT) memo.clear();
      memo.set(key, made);
      return made;
    },
  };
}

function computeMove(machine: AnyStateMachine, tree: RegionTree, position: readonly string[], request: MoveRequest): Move {
  const before = restore(machine, tree, position);
  const event: MachineEvent = { ...request, ...(request.to ? { region: handlingRegion(tree, position, request.to) } : {}) };
  // XState passes over what it does not know; a command must not be lost in silence.
  if (!before.can(event as never)) throw new MoveRefused(`nothing handles ${request.type} at [${position.join(', ')}]`);
  const microsteps = getMicrosteps(machine, before, event as never).map(([snapshot]) => snapshot as AnyMachineSnapshot);
  const exits: string[] = [];
  const entries: string[] = [];
  let leaves = leavesOf(before);
  for (const snapshot of microsteps) {
    const next = leavesOf(snapshot);
    exits.push(...stepsOnly(leaves, next, tree).reverse());
    entries.push(...stepsOnly(next, leaves, tree));
    leaves = next;
  }
  const again = reentered(request, position, leaves);
  if (again && !entries.includes(again)) {
    exits.push(again);
    entries.push(again);
  }
  return { to: leaves, exits, entries };
}

/** A step that is left and entered in one transition is in both leaf sets, so that the difference cannot show it. */
function reentered(request: MoveRequest, before: readonly string[], after: readonly string[]): string | undefined {
  const step = request.to ?? request.type.split('.')[0] ?? '';
  const stays = before.includes(step) && after.includes(step);
  return stays ? step : undefined;
}

function stepsOnly(from: readonly string[], without: readonly string[], tree: RegionTree): string[] {
  return from.filter((leaf) => !leaf.includes('$') && !without.includes(leaf)).sort((a, b) => tree.orderOf(a) - tree.orderOf(b));
}

/** Sorted ids of the active leaves. */
function leavesOf(snapshot: AnyMachineSnapshot): readonly string[] {
  return snapshot._nodes
    .filter((node) => node.type === 'atomic' || node.type === 'final')
    .map((node) => node.id)
    .filter((id) => id !== START_LEAF)
    .sort();
}

function restore(machine: AnyStateMachine, tree: RegionTree, position: readonly string[]): AnyMachineSnapshot {
  const value = position.length === 0 ? START_LEAF : stateValue(tree, position);
  if (value === undefined) throw new PositionRefused(position, []);
  const stored = { status: 'active', value, context: {}, historyValue: {}, children: {} };
  let restored: AnyMachineSnapshot;
  try {
    restored = createActor(machine, { snapshot: stored as never }).getSnapshot() as AnyMachineSnapshot;
  } catch {
    throw new PositionRefused(position, []);
  }
  const leaves = restored.status === 'error' ? [] : leavesOf(restored);
  if (leaves.join('|') !== [...position].sort().join('|')) throw new PositionRefused(position, leaves);
  return restored;
}

type StateValue = string | { [key: string]: StateValue };

/** XState's nested value of a position; none where a region would stand in two places at once. */
function stateValue(tree: RegionTree, position: readonly string[]): StateValue | undefined {
  const root: { [key: string]: StateValue } = {};
  for (const leaf of position) {
    const regions = tree.regionsOf(leaf).slice(0, -1).reverse();
    let node = root;
    for (const id of regions) {
      const block = tree.regions.get(id)?.block ?? id;
      node = child(child(node, block), id);
    }
    node[leaf] = {};
  }
  return standsOnce(root) ? shorten(root) : undefined;
}

/** Regions and blocks alternate: a region stands in one member, a block in all its branches. */
function standsOnce(region: { [key: string]: StateValue }): boolean {
  const members = Object.values(region);
  return members.length <= 1 && members.every((member) => Object.values(member).every((branch) => standsOnce(branch as typeof region)));
}

/** XState writes `{ a: {} }` as `'a'`. */
function shorten(node: { [key: string]: StateValue }): StateValue | undefined {
  const keys = Object.keys(node);
  if (keys.length === 0) return undefined;
  const values = keys.map((key) => [key, shorten(node[key] as { [key: string]: StateValue })] as const);
  const [only] = values;
  if (values.length === 1 && only && only[1] === undefined) return only[0];
  return Object.fromEntries(values.map(([key, value]) => [key, value ?? {}]));
}

function child(node: { [key: string]: StateValue }, key: string): { [key: string]: StateValue } {
  const known = node[key];
  if (typeof known === 'object') return known;
  const made: { [key: string]: StateValue } = {};
  node[key] = made;
  return made;
}
