import type { DecisionDefinition, WorkflowDefinition } from '@careway/definition';
import { compileDecision, evaluateDecision, factsOfDecision } from '@careway/rules';
import { sameTable } from './table-outcomes.js';
import { type RepresentativeCase, representativeCases } from '../decisions/representative-facts.js';

/**
 * What a decision yields for every combination of representative facts. Two decisions with equal outcomes cannot be told apart by any
 * case; where there are too many combinations, the one table that was changed is looked at alone.
 */
export class DecisionOutcomes {
  private readonly cases: readonly RepresentativeCase[] | undefined;
  private readonly original: readonly string[];

  constructor(
    private readonly definition: DecisionDefinition,
    private readonly workflow: WorkflowDefinition | undefined,
  ) {
    this.cases = representativeCases(definition, workflow);
    this.original = this.outcomes(definition);
  }

  /** Whether no combination of facts tells a changed decision from the original. */
  sameAs(changedDecision: DecisionDefinition): boolean {
    if (!this.cases) return sameTable(this.definition, changedDecision, this.workflow);
    const found = this.outcomes(changedDecision, this.original);
    return found.length === this.original.length;
  }

  /** Stops at the first difference when there is something to compare with. */
  private outcomes(definition: DecisionDefinition, expected?: readonly string[]): string[] {
    const compiled = compileDecision(definition, factsOfDecision(definition, this.workflow));
    const outcomes: string[] = [];
    for (const [index, { facts, on }] of (this.cases ?? []).entries()) {
      const { status, outputs, matched, refused, manual, issues } = evaluateDecision(compiled, facts, { on, trace: false });
      const outcome = JSON.stringify([status, outputs, matched, refused?.code, manual?.rule, issues.map(({ code }) => code)]);
      if (expected && expected[index] !== outcome) break;
      outcomes.push(outcome);
    }
    return outcomes;
  }
}
