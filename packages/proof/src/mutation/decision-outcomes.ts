import type { DecisionDefinition, WorkflowDefinition } from '@careway/definition';
import { compileDecision, evaluateDecision, type FactDeclaration, outsideFacts } from '@careway/rules';
import { decisionFacts } from '../simulation/decision-facts.js';

/** More combinations than this are not compared: the two decisions then count as different. */
const MOST = 20_000;

/**
 * What a decision yields for every combination of representative facts: all values of codes and booleans, and for figures, dates and
 * months those named in any cell with their neighbours. Two decisions with equal outcomes cannot be told apart by any case.
 */
export class DecisionOutcomes {
  private readonly combinations: readonly Readonly<Record<string, unknown>>[] | undefined;
  private readonly original: readonly string[];

  constructor(
    private readonly definition: DecisionDefinition,
    private readonly workflow: WorkflowDefinition,
  ) {
    this.combinations = this.representatives();
    this.original = this.outcomes(definition);
  }

  /** Whether no combination of facts tells a changed decision from the original. */
  sameAs(changedDecision: DecisionDefinition): boolean {
    if (!this.combinations) return false;
    const found = this.outcomes(changedDecision, this.original);
    return found.length === this.original.length;
  }

  /** Stops at the first difference when there is something to compare with. */
  private outcomes(definition: DecisionDefinition, expected?: readonly string[]): string[] {
    const compiled = compileDecision(definition, decisionFacts(this.workflow));
    const outcomes: string[] = [];
    for (const [index, facts] of (this.combinations ?? []).entries()) {
      const { status, outputs, matched, refused, manual, issues } = evaluateDecision(compiled, facts, { on: '2021-06-01', trace: false });
      const outcome = JSON.stringify([status, outputs, matched, refused?.code, manual?.rule, issues.map(({ code }) => code)]);
      if (expected && expected[index] !== outcome) break;
      outcomes.push(outcome);
    }
    return outcomes;
  }

  private representatives(): Readonly<Record<string, unknown>>[] | undefined {
    const { facts, itemFacts } = decisionFacts(this.workflow);
    const ids = outsideFacts(compileDecision(this.definition, { facts, itemFacts }));
    let combinations: Record<string, unknown>[] = [{}];
    for (const id of ids) {
      const values = this.valuesOf(facts.get(id) ?? itemFacts?.get(id));
      if (combinations.length * values.length > MOST) return undefined;
      combinations = combinations.flatMap((facts) => values.map((value) => ({ ...facts, [id]: value })));
    }
    return combinations;
  }

  private valuesOf(declaration: FactDeclaration | undefined): readonly unknown[] {
    if (declaration?.type === 'boolean') return [true, false];
    if (declaration?.values) return declaration.values.map(({ value }) => value);
    const text = JSON.stringify(this.definition);
    if (declaration?.type === 'month')
      return neighbours(
        [...text.matchAll(/(?<!\d)(\d{4}-\d{2})(?![-\d])/g)].map(([, month = '']) => month),
        shiftedMonths,
      );
    if (declaration?.type === 'date')
      return neighbours(
        [...text.matchAll(/(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/g)].map(([, day = '']) => day),
        (day) => [day],
      );
    if (declaration?.type === 'integer' || declaration?.type === 'decimal' || declaration?.type === 'money') {
      return neighbours(
        [...text.matchAll(/(?<![\w.-])(\d+)(?![\w.-])/g)].map(([, figure = '']) => figure),
        (figure) => [-1, 0, 1].map((shift) => String(Number(figure) + shift)),
      );
    }
    return ['x'];
  }
}

function neighbours(found: readonly string[], around: (one: string) => readonly string[]): string[] {
  const values = new Set(found.flatMap(around));
  return values.size > 0 ? [...values] : [...around('2021-06')];
}

function shiftedMonths(month: string): string[] {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  return [index - 1, index, index + 1].map((one) => `${Math.floor(one / 12)}-${String((one % 12) + 1).padStart(2, '0')}`);
}
