import type { WorkflowDefinition } from '@careway/definition';
import type { Mutable } from './mutant.js';

/** One change of a workflow; `touches` are coverage keys without the workflow's id. */
export interface WorkflowChange {
  readonly place: string;
  readonly from: string;
  readonly to: string;
  readonly touches: readonly string[];
  readonly change: (copy: Mutable<WorkflowDefinition>) => void;
}
