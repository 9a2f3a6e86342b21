import type { Issue, LocalizedText } from '@careway/definition';
import { parseCalendarDate, parseCalendarMonth } from './calendar-date.js';
import type { RulesIssueCode } from './catalogue.js';
import { Decimal } from './decimal.js';
import type { FactDeclarations } from './fact.js';
import { localizedIssue } from './localized-issue.js';
import { printExpression, printTest } from './print-expression.js';
import { KIND_WORDS, type StaticType, type TypeKind, typeOfFact, typeOfValue } from './static-type.js';
import type { CompareOperator, Expression, Test } from './syntax.js';
import { typeOfCall } from './type-of-call.js';
import { compareValues } from './value.js';

const BOOLEAN: StaticType = { kind: 'boolean' };
const ORDERED: ReadonlySet<TypeKind> = new Set(['number', 'date', 'month']);

/** Walks an expression once and collects everything that is wrong with it. A part with an issue has no type and is not blamed again. */
export class TypeChecker {
  readonly issues: Issue[] = [];

  constructor(
    private readonly declared: FactDeclarations,
    private readonly itemDeclared: FactDeclarations | undefined,
  ) {}

  typeOf(node: Expression): StaticType | undefined {
    switch (node.kind) {
      case 'literal':
        return typeOfValue(node.value);
      case 'fact':
        return this.fact(node);
      case 'and':
      case 'or':
        for (const operand of node.operands) this.need(operand, 'boolean');
        return BOOLEAN;
      case 'not':
        this.need(node.operand, 'boolean');
        return BOOLEAN;
      case 'compare':
        this.comparable(node, [this.typeOf(node.left), this.typeOf(node.right)], node.op);
        return BOOLEAN;
      case 'in': {
        const subject = this.typeOf(node.subject);
        this.checkTests(node.tests, subject);
        return BOOLEAN;
      }
      case 'arithmetic':
        return this.arithmetic(node);
      case 'negate':
        this.need(node.operand, 'number');
        return { kind: 'number' };
      case 'call':
        return typeOfCall(this, node);
      case 'list':
        return this.list(node);
      case 'items':
        return this.report('ITEMS_OUTSIDE_AGGREGATE', node);
    }
  }

  /** Types an operand and reports it when it is not of the kind. */
  need(node: Expression, kind: TypeKind): StaticType | undefined {
    const type = this.typeOf(node);
    if (type) this.expect(node, type, kind);
    return type;
  }

  expect(node: Expression, type: StaticType, kind: TypeKind): void {
    if (type.kind === kind || this.standsFor(type, kind)) return;
    this.report('TYPE_MISMATCH', node, { actual: KIND_WORDS[type.kind], expected: KIND_WORDS[kind] });
  }

  checkTests(tests: readonly Test[], subject: StaticType | undefined): void {
    for (const test of tests) {
      if (test.kind === 'range') this.range(test, subject);
      else {
        const operand = this.typeOf(test.operand);
        const element = test.kind === 'equal' && operand?.kind === 'list' ? operand.element : operand;
        this.comparable(test, [subject, element], test.kind === 'compare' ? test.op : '=');
        if (test.kind === 'equal' && test.operand.kind === 'list') this.members(test.operand.items, subject);
      }
    }
  }

  /** The type of a fact of the rows, for `items.amount`. */
  rowFact(id: string, node: Expression): StaticType | undefined {
    const declaration = this.itemDeclared?.get(id);
    return declaration ? typeOfFact(id, declaration) : this.report('UNKNOWN_ITEM_FACT', node, { fact: id });
  }

  /** A filter sees the row's facts and, behind them, those of the case. */
  checkFilter(filter: Expression): void {
    const inside = new TypeChecker(new Map([...this.declared, ...(this.itemDeclared ?? [])]), undefined);
    inside.need(filter, 'boolean');
    this.issues.push(...inside.issues);
  }

  /** Params that are labels go into the message in its language. */
  report(code: RulesIssueCode, node: Expression | Test, given: Readonly<Record<string, string | LocalizedText>> = {}): undefined {
    const text = isTest(node) ? printTest(node) : printExpression(node);
    const params: Record<string, string | number> = { text };
    const labels: Record<string, LocalizedText> = {};
    for (const [name, value] of Object.entries(given)) {
      if (typeof value === 'string') params[name] = value;
      else labels[name] = value;
    }
    this.issues.push(localizedIssue(code, '', { params: { ...params, from: node.from, to: node.to }, labels }));
    return undefined;
  }

  private fact(node: Expression & { kind: 'fact' }): StaticType | undefined {
    const declaration = this.declared.get(node.id);
    if (declaration) return typeOfFact(node.id, declaration);
    return node.id === 'items' ? this.report('ITEMS_OUTSIDE_AGGREGATE', node) : this.report('UNKNOWN_FACT', node, { fact: node.id });
  }

  private list(node: Expression & { kind: 'list' }): StaticType {
    const types = node.items.map((item) => this.typeOf(item));
    const [first] = types;
    types.slice(1).forEach((type, index) => {
      if (first && type && type.kind !== first.kind) this.expect(node.items[index + 1] as Expression, type, first.kind);
    });
    return { kind: 'list', element: first };
  }

  private arithmetic(node: Expression & { kind: 'arithmetic' }): StaticType | undefined {
    const [left, right] = [this.typeOf(node.left), this.typeOf(node.right)];
    if (!left || !right) return undefined;
    const additive = node.op === '+' || node.op === '-';
    if (additive && right.kind === 'duration' && (left.kind === 'date' || left.kind === 'month')) return { kind: left.kind };
    if (node.op === '+' && left.kind === 'duration' && (right.kind === 'date' || right.kind === 'month')) return { kind: right.kind };
    this.expect(node.left, left, 'number');
    this.expect(node.right, right, 'number');
    if (node.op === '/' && node.right.kind === 'literal' && node.right.value instanceof Decimal && node.right.value.coefficient === 0) {
      this.report('DIVISION_BY_ZERO', node);
    }
    return left.kind === 'number' && right.kind === 'number' ? { kind: 'number' } : undefined;
  }

  private range(test: Test & { kind: 'range' }, subject: StaticType | undefined): void {
    const [low, high] = [this.typeOf(test.low), this.typeOf(test.high)];
    this.comparable(test, [subject, low], '<=');
    this.comparable(test, [subject, high], '<=');
    if (test.low.kind !== 'literal' || test.high.kind !== 'literal') return;
    const order = compareValues(test.low.value, test.high.value);
    if (order !== undefined && (order > 0 || (order === 0 && (test.lowOpen || test.highOpen)))) this.report('EMPTY_RANGE', test);
  }

  private members(items: readonly Expression[], subject: StaticType | undefined): void {
    for (const item of items.slice(1))
      this.comparable({ kind: 'equal', operand: item, from: item.from, to: item.to }, [subject, this.typeOf(item)], '=');
  }

  private comparable(
    node: Expression | Test,
    [left, right]: readonly [StaticType | undefined, StaticType | undefined],
    op: CompareOperator,
  ): void {
    if (!left || !right) return;
    const kind =
      left.kind === right.kind
        ? left.kind
        : this.standsFor(right, left.kind)
          ? left.kind
          : this.standsFor(left, right.kind)
            ? right.kind
            : undefined;
    const ordering = op !== '=' && op !== '!=';
    if (kind === undefined || kind === 'list' || kind === 'duration' || (ordering && !ORDERED.has(kind))) {
      this.report('NOT_COMPARABLE', node, { left: KIND_WORDS[left.kind], right: KIND_WORDS[right.kind] });
      return;
    }
    this.inDomain(node, left, right);
    this.inDomain(node, right, left);
  }

  /** A constant text may be written for a date or a month. */
  private standsFor(type: StaticType, kind: TypeKind): boolean {
    if (type.text === undefined) return false;
    return kind === 'date' ? parseCalendarDate(type.text) !== undefined : kind === 'month' && parseCalendarMonth(type.text) !== undefined;
  }

  private inDomain(node: Expression | Test, constant: StaticType, other: StaticType): void {
    if (constant.text === undefined || !other.domain || other.domain.values.includes(constant.text)) return;
    this.report('VALUE_NOT_IN_DOMAIN', node, { value: constant.text, name: other.domain.name, values: other.domain.values.join(', ') });
  }
}

function isTest(node: Expression | Test): node is Test {
  return node.kind === 'equal' || node.kind === 'range' || (node.kind === 'compare' && 'operand' in node);
}
