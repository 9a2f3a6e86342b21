import { type CaseState, type CompiledWorkflow, type DecideContext, type EvaluatedItem, evaluateItems } from '@careway/engine';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { Publication } from '../ports/publication-store.js';

interface Remembered {
  readonly facts: CaseState['facts'];
  readonly day: string;
  readonly publications: readonly Publication[];
  readonly evaluated: readonly EvaluatedItem[];
}

/** By the rows they were made of: most commands leave rows and facts as they are, and states are immutable. */
const remembered = new WeakMap<CaseState['items'], Remembered>();

/** What the tables say about each row, evaluated once per state of the rows, day and publication. */
export function evaluatedItems(
  parts: TenantParts,
  state: CaseState,
  {
    compiled,
    ctx,
  }: { readonly compiled: CompiledWorkflow; readonly ctx: Pick<DecideContext, 'decision' | 'services' | 'letters' | 'now'> },
): readonly EvaluatedItem[] {
  const day = ctx.now.slice(0, 10);
  const { publications } = parts.shelf;
  const known = remembered.get(state.items);
  if (known?.facts === state.facts && known.day === day && known.publications === publications) return known.evaluated;
  const evaluated = evaluateItems(compiled, state, ctx);
  remembered.set(state.items, { facts: state.facts, day, publications, evaluated });
  return evaluated;
}
