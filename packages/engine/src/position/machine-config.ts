import type { ActionDefinition, BlockDefinition, StepDefinition, WorkflowDefinition } from '@careway/definition';
import { DONE_TARGET, type Region, type RegionTree, ROOT_REGION, START_LEAF } from './region-tree.js';

/** What a move carries: which guarded path holds, or where a return goes and which region handles it. */
export interface MachineEvent {
  readonly type: string;
  readonly path?: number;
  readonly to?: string;
  readonly region?: string;
}

interface TransitionConfig {
  target: string;
  reenter?: boolean;
  guard?: (args: { event: MachineEvent }) => boolean;
}

export interface NodeConfig {
  id?: string;
  type?: 'parallel' | 'final';
  initial?: string;
  states?: Record<string, NodeConfig>;
  on?: Record<string, TransitionConfig[]>;
  onDone?: TransitionConfig;
}

/** Event of an action at a step; the step's id is part of it, so that one name cannot move two branches. */
export const eventOf = (step: string, action: string) => `${step}.${action}`;
export const openEvent = (entry: string) => `$open.${entry}`;
export const closeEvent = (end: string) => `$close.${end}`;
/** A side procedure that was granted and moves the case. */
export const procedureEvent = (procedure: string) => `$procedure.${procedure}`;
/** A vote that failed. */
export const AGAINST = '$against';

/** The machine of a workflow as XState reads it: no context, no actions, guards that look at the event only. */
export function machineConfig(workflow: WorkflowDefinition, tree: RegionTree): NodeConfig {
  const builder = new MachineBuilder(workflow, tree);
  return builder.build();
}

class MachineBuilder {
  private readonly steps: ReadonlyMap<string, StepDefinition>;
  private readonly blocks: ReadonlyMap<string, BlockDefinition>;

  constructor(
    private readonly workflow: WorkflowDefinition,
    private readonly tree: RegionTree,
  ) {
    this.steps = new Map(workflow.steps.map((step) => [step.id, step]));
    this.blocks = new Map((workflow.blocks ?? []).map((block) => [block.id, block]));
  }

  build(): NodeConfig {
    const inRegions = new Set([...this.tree.regions.values()].flatMap((region) => region.members));
    const roots = [...this.steps.keys(), ...this.blocks.keys()].filter((id) => !inRegions.has(id));
    const states: Record<string, NodeConfig> = { [START_LEAF]: { id: START_LEAF, on: this.opening() } };
    for (const id of roots) states[id] = this.node(id);
    const on = this.returnsInto(ROOT_REGION);
    for (const step of this.workflow.steps) if (step.kind === 'end') on[closeEvent(step.id)] = [{ target: `#${step.id}` }];
    for (const { id, to } of this.workflow.procedures ?? []) {
      if (to !== undefined) on[procedureEvent(id)] = [{ target: `#${to}`, reenter: true }];
    }
    return { id: ROOT_REGION, initial: START_LEAF, states, on };
  }

  private opening(): Record<string, TransitionConfig[]> {
    return Object.fromEntries(this.workflow.entries.map((entry) => [openEvent(entry.id), [{ target: `#${entry.to}` }]]));
  }

  private node(id: string): NodeConfig {
    const block = this.blocks.get(id);
    if (block) return this.block(block);
    const step = this.steps.get(id);
    if (!step) throw new Error(`The workflow names ${id}, which is neither a step nor a block`);
    return this.step(step);
  }

  private step(step: StepDefinition): NodeConfig {
    const on: Record<string, TransitionConfig[]> = {};
    for (const action of step.actions ?? []) {
      const paths = action.kind === 'return' ? [] : targetsOf(action);
      if (paths.length > 0) on[eventOf(step.id, action.id)] = paths.map((to, index) => this.path(step.id, to, index));
    }
    if (step.vote?.against) on[eventOf(step.id, AGAINST)] = [this.path(step.id, step.vote.against, 0)];
    return { id: step.id, on };
  }

  private path(from: string, to: string, index: number): TransitionConfig {
    return { target: this.target(from, to), reenter: true, guard: ({ event }) => event.path === index };
  }

  private target(from: string, to: string): string {
    if (to !== DONE_TARGET) return `#${to}`;
    const region = this.tree.regions.get(this.tree.regionsOf(from)[0] ?? '');
    if (!region) throw new Error(`${from} ends a branch but lies in none`);
    return `#${region.done}`;
  }

  private block(block: BlockDefinition): NodeConfig {
    const states: Record<string, NodeConfig> = {};
    for (const branch of block.branches) {
      const region = this.tree.regions.get(`${block.id}$${branch.id}`);
      if (region) states[region.id] = this.region(region, block);
    }
    const target = this.target(block.id, block.to);
    return { id: block.id, type: 'parallel', states, ...(block.join === 'all' ? { onDone: { target } } : {}) };
  }

  private region(region: Region, block: BlockDefinition): NodeConfig {
    const states: Record<string, NodeConfig> = { [region.done]: { id: region.done, type: 'final' } };
    for (const member of region.members) states[member] = this.node(member);
    const leave = block.join === 'any' ? { onDone: { target: this.target(block.id, block.to) } } : {};
    return { id: region.id, initial: region.entry, states, on: this.returnsInto(region.id), ...leave };
  }

  /** One handler per return action and target that lies in the region: a handler at the root alone would reset sibling branches. */
  private returnsInto(region: string): Record<string, TransitionConfig[]> {
    const on: Record<string, TransitionConfig[]> = {};
    const targets = this.workflow.steps.filter((step) => step.kind !== 'end' && this.tree.regionsOf(step.id).includes(region));
    for (const step of this.workflow.steps) {
      for (const action of step.actions ?? []) {
        if (action.kind !== 'return') continue;
        const handlers = targets
          .filter((target) => action.to === undefined || action.to === target.id)
          .map((target) => ({
            target: `#${target.id}`,
            guard: ({ event }: { event: MachineEvent }) => event.to === target.id && event.region === region,
          }));
        if (handlers.length > 0) on[eventOf(step.id, action.id)] = handlers;
      }
    }
    return on;
  }
}

/** Targets of an action in order: its guarded paths, or its only target. */
export function targetsOf(action: ActionDefinition): readonly string[] {
  return action.paths?.map((path) => path.to) ?? (action.to === undefined ? [] : [action.to]);
}
