import type { Expression } from '@careway/rules';
import type { CompiledWorkflow } from '../compile/compile-workflow.js';
import { expressionReads } from '../facts/expression-reads.js';
import { GuardScope } from '../facts/case-facts.js';
import type { DecideContext } from '../types/context.js';
import type { CaseState } from '../types/state.js';

/**
 * Where an action may still lead, in document order. Paths that the parameters of the service rule out are left out, and so is what
 * follows one that they make certain. What facts decide stays open until the action is taken.
 */
export function possibleTargets(
  compiled: CompiledWorkflow,
  state: CaseState,
  ctx: Pick<DecideContext, 'letters' | 'services' | 'now'>,
  at: { readonly step: string; readonly action: string },
): readonly string[] {
  const scope = new GuardScope(compiled, state, ctx);
  const targets: string[] = [];
  for (const { to, when } of compiled.steps.get(at.step)?.actions.get(at.action)?.paths ?? []) {
    const certain = when === undefined ? true : byParams(compiled, scope, when);
    if (certain === false) continue;
    targets.push(to);
    if (certain) break;
  }
  return targets;
}

/** Undefined where a guard reads more than parameters. */
function byParams({ params }: CompiledWorkflow, scope: GuardScope, when: Expression): boolean | undefined {
  const { facts, rows } = expressionReads(when);
  if (rows || !facts.every((id) => params.has(id))) return undefined;
  const verdict = scope.holds(when, '');
  return 'holds' in verdict ? verdict.holds : undefined;
}
