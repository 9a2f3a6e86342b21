import { absoluteDecimal, addDecimals } from './arithmetic.js';
import { CalendarDate, CalendarMonth, daysBetween, firstDayOf, monthOf, monthsBetween, yearsBetween } from './calendar-date.js';
import { Decimal, decimalOf } from './decimal.js';
import type { Evaluator } from './evaluator.js';
import { type RoundingMode, roundDecimal } from './rounding.js';
import type { Scope } from './scope.js';
import type { Expression } from './syntax.js';
import { compareValues, type Outcome, Undecided, type Value } from './value.js';

type Call = Expression & { kind: 'call' };
const MAX_ROUND_SCALE = 20;

/** One call of the closed list. `round` goes half up (away from zero); its scale is 0 unless given. */
export function callFunction(evaluator: Evaluator, call: Call, scope: Scope): Outcome {
  const args = argumentsOf(evaluator, call, scope);
  if (args instanceof Undecided) return args;
  const wrong = () => evaluator.fail('EVALUATION_TYPE', call);
  switch (call.name) {
    case 'count':
      return decimalOf(args.length);
    case 'sum':
      return args.reduce<Decimal>((total, value) => (value instanceof Decimal ? addDecimals(total, value) : wrong()), decimalOf(0));
    case 'min':
      return extreme(args, -1, wrong) ?? evaluator.fail('EMPTY_AGGREGATE', call, { name: 'min' });
    case 'max':
      return extreme(args, 1, wrong) ?? evaluator.fail('EMPTY_AGGREGATE', call, { name: 'max' });
    case 'abs':
      return args[0] instanceof Decimal ? absoluteDecimal(args[0]) : wrong();
    case 'floor':
    case 'ceiling':
      return rounded(args, call.name) ?? wrong();
    case 'round':
      return rounded(args, 'half-up') ?? wrong();
    case 'month of':
      return args[0] instanceof CalendarDate ? monthOf(args[0]) : wrong();
    case 'first day of':
      return args[0] instanceof CalendarMonth ? firstDayOf(args[0]) : wrong();
    default:
      return between(call.name, args) ?? wrong();
  }
}

function argumentsOf(evaluator: Evaluator, call: Call, scope: Scope): readonly Value[] | Undecided {
  const [first] = call.args;
  if (call.args.length === 1 && first) {
    if (first.kind === 'items') return evaluator.rows(first, scope);
    const value = evaluator.expression(first, scope);
    if (value instanceof Undecided) return value;
    return Array.isArray(value) ? (value as readonly Value[]) : [value];
  }
  return evaluator.list(call.args, scope);
}

function extreme(values: readonly Value[], sign: 1 | -1, wrong: () => never): Value | undefined {
  let best: Value | undefined;
  for (const value of values) {
    const order = best === undefined ? sign : compareValues(value, best);
    if (order === undefined) return wrong();
    if (Math.sign(order) === sign) best = value;
  }
  return best;
}

function rounded([value, scale]: readonly Value[], mode: RoundingMode): Value | undefined {
  if (!(value instanceof Decimal)) return undefined;
  if (scale === undefined) return roundDecimal(value, 0, mode);
  if (!(scale instanceof Decimal) || scale.scale !== 0) return undefined;
  const digits = Number(scale.coefficient);
  return digits >= 0 && digits <= MAX_ROUND_SCALE ? roundDecimal(value, digits, mode) : undefined;
}

function between(name: string, [from, to]: readonly Value[]): Value | undefined {
  if (name === 'days between')
    return from instanceof CalendarDate && to instanceof CalendarDate ? decimalOf(daysBetween(from, to)) : undefined;
  if (!isDay(from) || !isDay(to) || from instanceof CalendarDate !== to instanceof CalendarDate) return undefined;
  return decimalOf(name === 'years between' ? yearsBetween(from, to) : monthsBetween(from, to));
}

function isDay(value: Value | undefined): value is CalendarDate | CalendarMonth {
  return value instanceof CalendarDate || value instanceof CalendarMonth;
}
