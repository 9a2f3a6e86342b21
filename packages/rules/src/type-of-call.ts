import { KIND_WORDS, type StaticType } from './static-type.js';
import type { Expression } from './syntax.js';
import type { TypeChecker } from './type-checker.js';

type Call = Expression & { kind: 'call' };
const NUMBER: StaticType = { kind: 'number' };

/** The type of a call, after its arguments are checked. */
export function typeOfCall(checker: TypeChecker, call: Call): StaticType | undefined {
  switch (call.name) {
    case 'count':
      elementsOf(checker, call);
      return NUMBER;
    case 'sum':
      for (const element of elementsOf(checker, call)) if (element) checker.expect(call, element, 'number');
      return NUMBER;
    case 'min':
    case 'max':
      return extremeOf(checker, call);
    case 'abs':
    case 'round':
    case 'floor':
    case 'ceiling':
      for (const argument of call.args) checker.need(argument, 'number');
      return NUMBER;
    case 'month of':
      needs(checker, call, 'date');
      return { kind: 'month' };
    case 'first day of':
      needs(checker, call, 'month');
      return { kind: 'date' };
    default:
      days(checker, call);
      return NUMBER;
  }
}

function extremeOf(checker: TypeChecker, call: Call): StaticType | undefined {
  const [first, ...others] = elementsOf(checker, call);
  if (!first) return undefined;
  if (first.kind !== 'number' && first.kind !== 'date' && first.kind !== 'month') checker.expect(call, first, 'number');
  for (const other of others) if (other) checker.expect(call, other, first.kind);
  return { kind: first.kind };
}

/** The types of what an aggregate runs over: the rows' field, the elements of a list, or the arguments. */
function elementsOf(checker: TypeChecker, call: Call): readonly (StaticType | undefined)[] {
  const [first] = call.args;
  if (call.args.length === 1 && first?.kind === 'items') {
    if (first.filter) checker.checkFilter(first.filter);
    if (first.field !== undefined) return [checker.rowFact(first.field, first)];
    if (call.name !== 'count') checker.report('WRONG_ARGUMENTS', call, { name: call.name, expected: 'items.<fact>' });
    return [];
  }
  const types = call.args.map((argument) => checker.typeOf(argument));
  const [only] = types;
  return types.length === 1 && only?.kind === 'list' ? [only.element] : types;
}

/** A fact or expression of that kind: a constant text is not read as a date here. */
function needs(checker: TypeChecker, call: Call, kind: 'date' | 'month'): void {
  const [argument] = call.args;
  const type = argument && checker.typeOf(argument);
  if (argument && type && type.kind !== kind) {
    checker.report('TYPE_MISMATCH', argument, { actual: KIND_WORDS[type.kind], expected: KIND_WORDS[kind] });
  }
}

function days(checker: TypeChecker, call: Call): void {
  const types = call.args.map((argument) => checker.typeOf(argument));
  const monthsToo = call.name !== 'days between' && types.every((type) => type?.kind === 'month');
  if (monthsToo) return;
  types.forEach((type, index) => {
    const argument = call.args[index] as Expression;
    // A constant text is not read as a date here: evaluation would not know that it is one.
    if (type && type.kind !== 'date')
      checker.report('TYPE_MISMATCH', argument, { actual: KIND_WORDS[type.kind], expected: KIND_WORDS.date });
  });
}
