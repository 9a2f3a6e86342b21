import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from './expression-tree.js';
import { readCall } from './read-call.js';
import { readDateLiteral, readNumber, readString } from './read-literal.js';
import { SyntaxFault } from './syntax-fault.js';
import type { ArithmeticOperator, CompareOperator, Expression, Test } from './syntax.js';

type Connective = 'and' | 'or';
const COMPARE = new Set(['=', '!=', '<', '<=', '>', '>=']);
const ARITHMETIC = new Set(['+', '-', '*', '/']);
const FACT_ID = /^[a-z\u4e00-\u9fff][a-z0-9_\u4e00-\u9fff]*$/;

/** Turns the grammar's tree into the language's own, by allow-list: a node kind that is not named here is refused. */
export class TreeReader {
  constructor(readonly text: string) {}

  /** A whole expression; chains of `and`/`or` are read flat, so that what follows `in` cannot swallow them. */
  expression(node: SyntaxNode): Expression {
    const chain = this.chain(node);
    if (chain.operands.length === 1) return chain.operands[0] as Expression;
    return this.disjunction(chain, node);
  }

  tests(list: SyntaxNode): Test[] {
    return childrenOf(list)
      .filter((child) => child.name === 'PositiveUnaryTest')
      .map((child) => this.test(this.only(child)));
  }

  source(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to);
  }

  refuse(node: SyntaxNode): never {
    throw new SyntaxFault('NOT_IN_LANGUAGE', node.from, node.to, { text: this.source(node) });
  }

  only(node: SyntaxNode): SyntaxNode {
    const children = childrenOf(node);
    return children.length === 1 ? (children[0] as SyntaxNode) : this.refuse(node);
  }

  name(node: SyntaxNode): string {
    const name = this.source(node);
    if (childrenOf(node).length > 1) throw new SyntaxFault('BAD_NAME', node.from, node.to, { name });
    return FACT_ID.test(name) ? name : this.refuse(node);
  }

  private chain(node: SyntaxNode): Chain {
    if (node.name === 'Conjunction' || node.name === 'Disjunction') {
      const [left, op, right] = this.three(node);
      return joined(this.chain(left), op.name as Connective, this.chain(right));
    }
    if (node.name === 'Comparison') {
      const [subject, op, right] = this.comparison(node);
      if (op.name === 'in') {
        if (right.name === 'PositiveUnaryTest') return this.inChain(this.operand(subject), this.only(right));
        return { operands: [inside(this.operand(subject), this.tests(right))], connectives: [] };
      }
    }
    return { operands: [this.simple(node)], connectives: [] };
  }

  /** `x in [1..2) and y` arrives as `x in ([1..2) and y)`: the first operand is the test, the rest belongs to the chain. */
  private inChain(subject: Expression, body: SyntaxNode): Chain {
    if (body.name === 'Conjunction' || body.name === 'Disjunction') {
      const [left, op, right] = this.three(body);
      return joined(this.inChain(subject, left), op.name as Connective, this.chain(right));
    }
    if (body.name === 'SimplePositiveUnaryTest') {
      const [op, operand] = childrenOf(body);
      if (op?.name === 'CompareOp' && operand) {
        const chain = this.chain(operand);
        const first = chain.operands[0] as Expression;
        const test: Test = { kind: 'compare', op: this.compareOperator(op), operand: first, from: op.from, to: first.to };
        return { operands: [inside(subject, [test]), ...chain.operands.slice(1)], connectives: chain.connectives };
      }
    }
    return { operands: [inside(subject, [this.test(body)])], connectives: [] };
  }

  private disjunction({ operands, connectives }: Chain, span: SyntaxNode): Expression {
    const groups: Expression[][] = [[operands[0] as Expression]];
    connectives.forEach((connective, index) => {
      const operand = operands[index + 1] as Expression;
      if (connective === 'and') (groups[groups.length - 1] as Expression[]).push(operand);
      else groups.push([operand]);
    });
    const alternatives = groups.map((group) => (group.length === 1 ? (group[0] as Expression) : logic('and', group)));
    return alternatives.length === 1 ? { ...(alternatives[0] as Expression), from: span.from, to: span.to } : logic('or', alternatives);
  }

  private simple(node: SyntaxNode): Expression {
    const span = { from: node.from, to: node.to };
    switch (node.name) {
      case 'ParenthesizedExpression':
        return this.expression(this.inner(node));
      case 'NumericLiteral':
        return { kind: 'literal', value: readNumber(this, node), ...span };
      case 'StringLiteral':
        return { kind: 'literal', value: readString(this, node), ...span };
      case 'BooleanLiteral':
        return { kind: 'literal', value: this.source(node) === 'true', ...span };
      case 'DateTimeLiteral':
        return { kind: 'literal', value: readDateLiteral(this, node), ...span };
      case 'VariableName':
        return { kind: 'fact', id: this.name(node), ...span };
      case 'List':
        return { kind: 'list', items: this.listed(node), ...span };
      case 'ArithmeticExpression':
        return this.arithmetic(node);
      case 'Comparison':
        return this.comparisonExpression(node);
      case 'Conjunction':
      case 'Disjunction':
        return this.expression(node);
      case 'FunctionInvocation':
        return readCall(this, node);
      default:
        return this.refuse(node);
    }
  }

  private inner(node: SyntaxNode): SyntaxNode {
    const [, body, close] = childrenOf(node);
    return body && close ? body : this.refuse(node);
  }

  private listed(node: SyntaxNode): Expression[] {
    return childrenOf(node)
      .filter((child) => child.name !== '[' && child.name !== ']' && child.name !== ',')
      .map((child) => this.expression(child));
  }

  private arithmetic(node: SyntaxNode): Expression {
    const children = childrenOf(node);
    const span = { from: node.from, to: node.to };
    if (children.length === 2) {
      const [sign, operand] = children as [SyntaxNode, SyntaxNode];
      return this.source(sign) === '-' ? { kind: 'negate', operand: this.simple(operand), ...span } : this.refuse(node);
    }
    const [left, op, right] = this.three(node);
    const operator = this.source(op);
    if (!ARITHMETIC.has(operator)) return this.refuse(node);
    return { kind: 'arithmetic', op: operator as ArithmeticOperator, left: this.simple(left), right: this.simple(right), ...span };
  }

  private comparisonExpression(node: SyntaxNode): Expression {
    const children = childrenOf(node);
    const span = { from: node.from, to: node.to };
    const op = children[1] as SyntaxNode;
    if (op.name === 'between') {
      const [subject, , low, , high] = children as [SyntaxNode, SyntaxNode, SyntaxNode, SyntaxNode, SyntaxNode];
      const bounds = { from: low.from, to: high.to };
      const range: Test = { kind: 'range', low: this.simple(low), high: this.simple(high), lowOpen: false, highOpen: false, ...bounds };
      return inside(this.simple(subject), [range]);
    }
    const [left, , right] = this.comparison(node);
    if (op.name === 'in') {
      const chain = this.chain(node);
      return chain.operands.length === 1 ? (chain.operands[0] as Expression) : this.disjunction(chain, node);
    }
    const [a, b] = [this.operand(left), this.operand(right)];
    return { kind: 'compare', op: this.compareOperator(op), left: a, right: b, ...span };
  }

  private comparison(node: SyntaxNode): [SyntaxNode, SyntaxNode, SyntaxNode] {
    const [subject, op, ...rest] = childrenOf(node);
    const right = rest.find((child) => child.name !== '(' && child.name !== ')');
    return subject && op && right ? [subject, op, right] : this.refuse(node);
  }

  /** One side of a comparison: `a = b = c` must say with brackets what it means. */
  private operand(node: SyntaxNode): Expression {
    if (node.name === 'Comparison' || node.name === 'SimplePositiveUnaryTest') {
      throw new SyntaxFault('CHAINED_COMPARISON', node.from, node.to, { text: this.source(node) });
    }
    return this.simple(node);
  }

  private test(node: SyntaxNode): Test {
    const span = { from: node.from, to: node.to };
    if (node.name !== 'SimplePositiveUnaryTest') {
      // A single range in brackets, `x in ([1..2))`, arrives as a bracketed expression.
      if (node.name === 'ParenthesizedExpression' && this.inner(node).name === 'SimplePositiveUnaryTest')
        return this.test(this.inner(node));
      this.refuseConnective(node);
      if (node.name === 'Comparison') {
        // Full FEEL's `? > 3` is not Simple FEEL.
        const code = node.firstChild?.name === '?' ? 'NOT_IN_LANGUAGE' : 'CHAINED_COMPARISON';
        throw new SyntaxFault(code, node.from, node.to, { text: this.source(node) });
      }
      return { kind: 'equal', operand: this.simple(node), ...span };
    }
    const [first, second] = childrenOf(node);
    if (first?.name === 'Interval') return this.range(first);
    if (first?.name !== 'CompareOp' || !second) return this.refuse(node);
    this.refuseConnective(second);
    return { kind: 'compare', op: this.compareOperator(first), operand: this.operand(second), ...span };
  }

  private refuseConnective(node: SyntaxNode): void {
    if (node.name !== 'Conjunction' && node.name !== 'Disjunction') return;
    throw new SyntaxFault('CONNECTIVE_IN_TEST', node.from, node.to, { text: this.source(node) });
  }

  private range(node: SyntaxNode): Test {
    const [open, low, , high, close] = childrenOf(node);
    if (!open || !low || !high || !close) return this.refuse(node);
    const lowOpen = this.source(open) !== '[';
    const highOpen = this.source(close) !== ']';
    return { kind: 'range', low: this.simple(low), high: this.simple(high), lowOpen, highOpen, from: node.from, to: node.to };
  }

  private compareOperator(node: SyntaxNode): CompareOperator {
    const op = this.source(node);
    return COMPARE.has(op) ? (op as CompareOperator) : this.refuse(node);
  }

  private three(node: SyntaxNode): [SyntaxNode, SyntaxNode, SyntaxNode] {
    const [left, op, right, more] = childrenOf(node);
    return left && op && right && !more ? [left, op, right] : this.refuse(node);
  }
}

interface Chain {
  readonly operands: readonly Expression[];
  readonly connectives: readonly Connective[];
}

function joined(left: Chain, connective: Connective, right: Chain): Chain {
  return { operands: [...left.operands, ...right.operands], connectives: [...left.connectives, connective, ...right.connectives] };
}

function inside(subject: Expression, tests: readonly Test[]): Expression {
  return { kind: 'in', subject, tests, from: subject.from, to: tests[tests.length - 1]?.to ?? subject.to };
}

function logic(kind: Connective, operands: readonly Expression[]): Expression {
  const [first, last] = [operands[0] as Expression, operands[operands.length - 1] as Expression];
  return { kind, operands, from: first.from, to: last.to };
}
