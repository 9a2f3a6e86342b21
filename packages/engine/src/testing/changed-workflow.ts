import type { ActionDefinition, WorkflowDefinition } from '@careway/definition';
import { compileWorkflow, type CompiledWorkflow } from '../compile/compile-workflow.js';
import { grantWorkflow } from './grant-workflow.js';

type Mutable<T> = T extends readonly (infer E)[] ? Mutable<E>[] : T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

/** The grant workflow a little different, compiled. */
export function changedWorkflow(change: (copy: Mutable<WorkflowDefinition>) => void): CompiledWorkflow {
  const copy = JSON.parse(JSON.stringify(grantWorkflow)) as Mutable<WorkflowDefinition>;
  change(copy);
  return compileWorkflow(copy as WorkflowDefinition, { hash: JSON.stringify(copy) });
}

/** The grant workflow with one action changed: `step.ACTION`. */
export function withAction(key: string, change: Partial<ActionDefinition>): CompiledWorkflow {
  return changedWorkflow((copy) => {
    const [step, id] = key.split('.');
    const found = copy.steps.find((known) => known.id === step)?.actions?.find((known) => known.id === id);
    if (!found) throw new Error(`no action ${key}`);
    Object.assign(found, change);
  });
}
