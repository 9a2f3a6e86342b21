import fc from 'fast-check';
import { CalendarDate, Duration } from '../calendar-date.js';
import { decimalOf } from '../decimal.js';
import type { Expression, Test, UnaryTests } from '../syntax.js';

const span = { from: 0, to: 0 };
const literal = fc
  .oneof(
    fc.boolean(),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.tuple(fc.integer({ min: -100000, max: 100000 }), fc.integer({ min: 0, max: 3 })).map(([n, scale]) => decimalOf(n, scale)),
    fc.constantFrom(new CalendarDate('2021-07-01'), new CalendarDate('1940-02-29')),
    fc.constantFrom(new Duration(0, 7), new Duration(14, 3), new Duration(-1, 0)),
  )
  .map((value): Expression => ({ kind: 'literal', value, ...span }));
const fact = fc.constantFrom('a', 'b_2', '护理等级', 'years', 'x').map((id): Expression => ({ kind: 'fact', id, ...span }));

/** Any tree of the language that its own parser can produce. */
export const { arbitraryExpression, arbitraryTest } = fc.letrec<{ arbitraryExpression: Expression; arbitraryTest: Test }>((tie) => {
  const inner = tie('arbitraryExpression');
  const tests = fc.array(tie('arbitraryTest'), { minLength: 1, maxLength: 3 });
  const operator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
  return {
    arbitraryExpression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      literal,
      fact,
      fc
        .tuple(operator, inner, inner)
        .map(([op, left, right]): Expression => ({ kind: 'compare', op, left, right, ...span }) as Expression),
      fc
        .tuple(fc.constantFrom('and', 'or'), fc.array(inner, { minLength: 2, maxLength: 3 }))
        .map(([kind, operands]): Expression => ({ kind: kind as 'and' | 'or', operands, ...span })),
      inner.map((operand): Expression => ({ kind: 'not', operand, ...span })),
      inner.map((operand): Expression => ({ kind: 'negate', operand, ...span })),
      fc.tuple(inner, tests).map(([subject, list]): Expression => ({ kind: 'in', subject, tests: list, ...span })),
      fc
        .tuple(fc.constantFrom('+', '-', '*', '/'), inner, inner)
        .map(([op, left, right]): Expression => ({ kind: 'arithmetic', op, left, right, ...span }) as Expression),
      fc.array(inner, { maxLength: 3 }).map((items): Expression => ({ kind: 'list', items, ...span })),
      fc.tuple(inner, inner).map((args): Expression => ({ kind: 'call', name: 'years between', args, ...span })),
      fc.array(inner, { minLength: 1, maxLength: 3 }).map((args): Expression => ({ kind: 'call', name: 'max', args, ...span })),
      inner.map(
        (filter): Expression => ({ kind: 'call', name: 'sum', args: [{ kind: 'items', filter, field: 'amount', ...span }], ...span }),
      ),
    ),
    arbitraryTest: fc.oneof(
      fc.tuple(operator, inner).map(([op, operand]): Test => ({ kind: 'compare', op, operand, ...span }) as Test),
      inner.map((operand): Test => ({ kind: 'equal', operand, ...span })),
      fc
        .tuple(inner, inner, fc.boolean(), fc.boolean())
        .map(([low, high, lowOpen, highOpen]): Test => ({ kind: 'range', low, high, lowOpen, highOpen, ...span })),
    ),
  };
});

export const arbitraryTests: fc.Arbitrary<UnaryTests> = fc.oneof(
  fc.constant<UnaryTests>({ kind: 'tests', any: true, negated: false, tests: [], ...span }),
  fc
    .tuple(fc.boolean(), fc.array(arbitraryTest, { minLength: 1, maxLength: 3 }))
    .map(([negated, tests]): UnaryTests => ({ kind: 'tests', any: false, negated, tests, ...span })),
);

/** The tree without positions, comparable. */
export function bare(node: unknown): unknown {
  return JSON.parse(JSON.stringify(node, (key, value) => (key === 'from' || key === 'to' ? undefined : value))) as unknown;
}
