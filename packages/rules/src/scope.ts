import type { Issue } from '@careway/definition';
import { rulesIssue } from './catalogue.js';
import { type FactDeclarations, type Facts, isIssue, readFact } from './fact.js';
import { type Outcome, Undecided, type Value } from './value.js';

/** Leaves an evaluation with an issue; caught at the package's entry points. */
export class EvaluationFault extends Error {
  constructor(readonly issue: Issue) {
    super(issue.code);
  }
}

/** Facts by id as typed values, converted from JSON when first read. */
export class Scope {
  private readonly known: Map<string, Outcome>;
  /** Rows of the case, for aggregates. */
  readonly rows: readonly Scope[] | undefined;

  constructor(
    private readonly facts: Facts,
    private readonly declared: FactDeclarations,
    options: { readonly rows?: readonly Scope[] | undefined; readonly parent?: Scope | undefined } = {},
  ) {
    this.known = new Map();
    this.rows = options.rows;
    this.parent = options.parent;
  }

  private readonly parent: Scope | undefined;

  read(id: string): Outcome {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const outcome = this.load(id);
    this.known.set(id, outcome);
    return outcome;
  }

  /** Gives a fact that an earlier table has produced. */
  provide(id: string, value: Value): void {
    this.known.set(id, value);
  }

  private load(id: string): Outcome {
    const declaration = this.declared.get(id);
    if (!declaration) {
      if (this.parent) return this.parent.read(id);
      throw new EvaluationFault(rulesIssue('UNKNOWN_FACT', '', { fact: id }));
    }
    const raw = Object.hasOwn(this.facts, id) ? this.facts[id] : undefined;
    const value = readFact(id, raw, declaration);
    if (value === undefined) return new Undecided([id]);
    if (isIssue(value)) throw new EvaluationFault(value);
    return value;
  }
}
