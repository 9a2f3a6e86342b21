import { addDecimals, divideDecimals, multiplyDecimals, negateDecimal, subtractDecimals } from './arithmetic.js';
import { addDuration, addMonths, CalendarDate, CalendarMonth, Duration } from './calendar-date.js';
import { callFunction } from './call-function.js';
import { type RulesIssueCode, rulesIssue } from './catalogue.js';
import { Decimal } from './decimal.js';
import { printExpression } from './print-expression.js';
import { EvaluationFault, type Scope } from './scope.js';
import type { CompareOperator, Expression, Test, UnaryTests } from './syntax.js';
import { compareValues, mergeUndecided, type Outcome, Undecided, type Value } from './value.js';

const DEFAULT_BUDGET = 100_000;

/** One evaluation with its step budget. */
export class Evaluator {
  private steps = 0;

  constructor(private readonly budget: number = DEFAULT_BUDGET) {}

  expression(node: Expression, scope: Scope): Outcome {
    this.step();
    switch (node.kind) {
      case 'literal':
        return node.value;
      case 'fact':
        return scope.read(node.id);
      case 'and':
      case 'or':
        return this.logic(node, scope);
      case 'not': {
        const operand = this.expression(node.operand, scope);
        return operand instanceof Undecided ? operand : !this.truth(operand, node);
      }
      case 'compare': {
        const [left, right] = [this.expression(node.left, scope), this.expression(node.right, scope)];
        if (left instanceof Undecided || right instanceof Undecided) return mergeUndecided(left, right);
        return this.holds(node.op, [left, right], node);
      }
      case 'in':
        return this.anyTest(node.tests, this.expression(node.subject, scope), scope);
      case 'arithmetic':
        return this.arithmetic(node, scope);
      case 'negate': {
        const operand = this.expression(node.operand, scope);
        if (operand instanceof Undecided) return operand;
        return operand instanceof Decimal ? negateDecimal(operand) : this.fail('EVALUATION_TYPE', node);
      }
      case 'call':
        return callFunction(this, node, scope);
      case 'list':
        return this.list(node.items, scope);
      case 'items':
        return this.fail('ITEMS_OUTSIDE_AGGREGATE', node);
    }
  }

  /** Whether a cell holds for a value. A missing value leaves every cell but `-` undecided. */
  cell(tests: UnaryTests, subject: Outcome, scope: Scope): boolean | Undecided {
    if (tests.any) return true;
    const outcome = this.anyTest(tests.tests, subject, scope);
    if (outcome instanceof Undecided) return outcome;
    return tests.negated ? !outcome : outcome;
  }

  /** The values of the rows that a filter keeps, or the rows' count when no field is named. */
  rows(node: Expression & { kind: 'items' }, scope: Scope): readonly Value[] | Undecided {
    const kept: Outcome[] = [];
    for (const row of scope.rows) {
      this.step();
      const passes = node.filter ? this.expression(node.filter, row) : true;
      if (passes instanceof Undecided) kept.push(passes);
      else if (this.truth(passes, node)) kept.push(node.field === undefined ? true : row.read(node.field));
    }
    return this.settled(kept);
  }

  list(items: readonly Expression[], scope: Scope): readonly Value[] | Undecided {
    return this.settled(items.map((item) => this.expression(item, scope)));
  }

  fail(code: RulesIssueCode, node: Expression | Test, params: Readonly<Record<string, string | number>> = {}): never {
    const text = node.kind === 'range' || node.kind === 'equal' || 'operand' in node ? '' : printExpression(node);
    throw new EvaluationFault(rulesIssue(code, '', { text, ...params, from: node.from, to: node.to }));
  }

  private step(): void {
    this.steps += 1;
    if (this.steps > this.budget) throw new EvaluationFault(rulesIssue('BUDGET_EXCEEDED', '', { limit: this.budget }));
  }

  private settled(outcomes: readonly Outcome[]): readonly Value[] | Undecided {
    return outcomes.some((outcome) => outcome instanceof Undecided) ? mergeUndecided(...outcomes) : (outcomes as readonly Value[]);
  }

  private truth(value: Value, node: Expression): boolean {
    return typeof value === 'boolean' ? value : this.fail('EVALUATION_TYPE', node);
  }

  private logic(node: Expression & { kind: 'and' | 'or' }, scope: Scope): Outcome {
    const decisive = node.kind === 'or';
    const open: Undecided[] = [];
    for (const operand of node.operands) {
      const outcome = this.expression(operand, scope);
      if (outcome instanceof Undecided) open.push(outcome);
      else if (this.truth(outcome, operand) === decisive) return decisive;
    }
    return open.length > 0 ? mergeUndecided(...open) : !decisive;
  }

  private anyTest(tests: readonly Test[], subject: Outcome, scope: Scope): boolean | Undecided {
    if (subject instanceof Undecided) return subject;
    const open: Undecided[] = [];
    for (const test of tests) {
      this.step();
      const outcome = this.test(test, subject, scope);
      if (outcome === true) return true;
      if (outcome instanceof Undecided) open.push(outcome);
    }
    return open.length > 0 ? mergeUndecided(...open) : false;
  }

  private test(test: Test, subject: Value, scope: Scope): boolean | Undecided {
    if (test.kind === 'range') return this.range(test, subject, scope);
    const operand = this.expression(test.operand, scope);
    if (operand instanceof Undecided) return operand;
    if (test.kind === 'compare') return this.holds(test.op, [subject, operand], test);
    const candidates = Array.isArray(operand) ? (operand as readonly Value[]) : [operand];
    return candidates.some((candidate) => this.holds('=', [subject, candidate], test));
  }

  private range(test: Test & { kind: 'range' }, subject: Value, scope: Scope): boolean | Undecided {
    const [low, high] = [this.expression(test.low, scope), this.expression(test.high, scope)];
    const above = low instanceof Undecided ? low : this.holds(test.lowOpen ? '>' : '>=', [subject, low], test);
    const below = high instanceof Undecided ? high : this.holds(test.highOpen ? '<' : '<=', [subject, high], test);
    if (above === false || below === false) return false;
    return above === true && below === true ? true : mergeUndecided(above, below);
  }

  private holds(op: CompareOperator, [left, right]: readonly [Value, Value], node: Expression | Test): boolean {
    const order = compareValues(left, right);
    if (order === undefined) return this.fail('EVALUATION_TYPE', node);
    switch (op) {
      case '=':
        return order === 0;
      case '!=':
        return order !== 0;
      case '<':
        return order < 0;
      case '<=':
        return order <= 0;
      case '>':
        return order > 0;
      case '>=':
        return order >= 0;
    }
  }

  private arithmetic(node: Expression & { kind: 'arithmetic' }, scope: Scope): Outcome {
    const [left, right] = [this.expression(node.left, scope), this.expression(node.right, scope)];
    if (left instanceof Undecided || right instanceof Undecided) return mergeUndecided(left, right);
    if (left instanceof Decimal && right instanceof Decimal) return this.numbers(node, left, right);
    if (right instanceof Duration) return this.shifted(node, left, right);
    if (left instanceof Duration && node.op === '+') return this.shifted(node, right, left);
    return this.fail('EVALUATION_TYPE', node);
  }

  private numbers(node: Expression & { kind: 'arithmetic' }, left: Decimal, right: Decimal): Value {
    switch (node.op) {
      case '+':
        return addDecimals(left, right);
      case '-':
        return subtractDecimals(left, right);
      case '*':
        return multiplyDecimals(left, right);
      case '/':
        return divideDecimals(left, right) ?? this.fail('DIVISION_BY_ZERO', node);
    }
  }

  private shifted(node: Expression & { kind: 'arithmetic' }, start: Value, duration: Duration): Value {
    if (node.op !== '+' && node.op !== '-') return this.fail('EVALUATION_TYPE', node);
    const by = node.op === '+' ? duration : new Duration(-duration.months || 0, -duration.days || 0);
    if (start instanceof CalendarDate) return addDuration(start, by) ?? this.fail('DATE_OUT_OF_RANGE', node);
    if (start instanceof CalendarMonth) return addMonths(start, by) ?? this.fail('DATE_OUT_OF_RANGE', node);
    return this.fail('EVALUATION_TYPE', node);
  }
}
