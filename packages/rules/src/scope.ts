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

export interface ScopeRows {
  readonly items: readonly Facts[];
  readonly declared: FactDeclarations;
}

/** Facts by id as typed values, converted from JSON when first read. */
export class Scope {
  private readonly known = new Map<string, Outcome>();
  private madeRows: readonly Scope[] | undefined;

  constructor(
    private readonly facts: Facts,
    private readonly declared: FactDeclarations,
    private readonly around: { readonly rows?: ScopeRows | undefined; readonly parent?: Scope | undefined } = {},
  ) {}

  /** Rows of the case, for aggregates; each sees the facts of the case where it has none of its own. */
  get rows(): readonly Scope[] {
    const { rows } = this.around;
    this.madeRows ??= rows ? rows.items.map((item) => new Scope(item, rows.declared, { parent: this })) : [];
    return this.madeRows;
  }

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
      if (this.around.parent) return this.around.parent.read(id);
      throw new EvaluationFault(rulesIssue('UNKNOWN_FACT', '', { fact: id }));
    }
    const raw = Object.hasOwn(this.facts, id) ? this.facts[id] : undefined;
    const value = readFact(id, raw, declaration);
    if (value === undefined) return new Undecided([id]);
    if (isIssue(value)) throw new EvaluationFault(value);
    return value;
  }
}
