import { type Candidate, candidatesOf } from './change-candidates.js';
import type { CompiledDecision } from './compile-decision.js';
import type { DecisionResult } from './decision-result.js';
import { outsideFacts } from './describe-decision.js';
import { evaluateOnce } from './evaluate-decision.js';
import type { Facts } from './fact.js';

export interface FactChange {
  readonly fact: string;
  /** As it was given; null when it was not known. */
  readonly from: unknown;
  readonly to: string | boolean;
}

/** What a decision comes to, without its reasons. */
export interface DecisionSummary {
  /** The result; absent when a person decides or an issue stands in the way. */
  readonly value?: string | boolean;
  /** Code of the refusal. */
  readonly refused?: string;
  readonly manual?: true;
  readonly issue?: string;
}

/** A smallest change of facts and the result that it leads to. */
export interface Change {
  readonly changes: readonly FactChange[];
  readonly result: DecisionSummary;
}

export interface ExplainOptions {
  readonly on: string;
  readonly items?: readonly Facts[] | undefined;
  /** Row (index into `items`) whose result is explained; its facts are laid over the case's. */
  readonly item?: number | undefined;
  /** Facts that cannot change. */
  readonly fixed?: readonly string[] | undefined;
  /** Evaluations allowed, 5,000 unless told. */
  readonly budget?: number | undefined;
}

/**
 * What would have led to another result: changes of one fact, or of two where no single one does. Each stays within the declared
 * domain; of one fact's changes with the same result only the nearest is given. Applying a change and evaluating again gives
 * exactly the promised result. Changes that lead to an issue are not offered.
 */
export function explainChanges(compiled: CompiledDecision, facts: Facts, options: ExplainOptions): Change[] {
  if (compiled.issues.length > 0) return [];
  const base = { ...facts, ...(options.item === undefined ? {} : options.items?.[options.item]) };
  const fixed = new Set(options.fixed);
  const candidates = outsideFacts(compiled)
    .filter((fact) => !fixed.has(fact))
    .map((fact) => candidatesOf(compiled, fact, base[fact]));
  const search = new ChangeSearch(compiled, base, options);
  const singles = candidates.flatMap((list) => search.best(list.map((candidate) => [candidate])));
  if (singles.length > 0) return singles;
  const pairs: Change[] = [];
  candidates.forEach((list, index) => {
    for (const other of candidates.slice(index + 1)) {
      pairs.push(...search.best(list.flatMap((first) => other.map((second) => [first, second]))));
    }
  });
  return pairs;
}

/** The gist of a result, comparable by its JSON text. */
export function summarizeDecision({ definition }: CompiledDecision, result: DecisionResult): DecisionSummary {
  if (result.status === 'issue') return { issue: result.issues.find((issue) => issue.severity === 'error')?.code ?? '' };
  if (result.manual) return { manual: true };
  const value = result.outputs[definition.result.id];
  return { ...(value === undefined ? {} : { value }), ...(result.refused ? { refused: result.refused.code } : {}) };
}

class ChangeSearch {
  private left: number;
  private readonly current: string;

  constructor(
    private readonly compiled: CompiledDecision,
    private readonly base: Facts,
    private readonly options: ExplainOptions,
  ) {
    this.left = options.budget ?? 5000;
    this.current = JSON.stringify(this.summary(base));
  }

  /** Of the alternatives, nearest first, the first that leads to each other result. */
  best(alternatives: readonly (readonly Candidate[])[]): Change[] {
    const found = new Map<string, Change>();
    for (const candidates of alternatives) {
      this.left -= 1;
      if (this.left < 0) break;
      const changed = Object.fromEntries(candidates.map(({ fact, to }) => [fact, to]));
      const result = this.summary({ ...this.base, ...changed });
      const key = JSON.stringify(result);
      if (key === this.current || result.issue !== undefined || found.has(key)) continue;
      found.set(key, { changes: candidates.map(({ fact, to }) => ({ fact, from: this.base[fact] ?? null, to })), result });
    }
    return [...found.values()];
  }

  private summary(facts: Facts): DecisionSummary {
    const options = { on: this.options.on, items: this.options.items, trace: false };
    return summarizeDecision(this.compiled, evaluateOnce(this.compiled, facts, options));
  }
}
