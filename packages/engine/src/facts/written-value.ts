import type { Issue } from '@careway/definition';
import { evaluate, type Expression, type FactDeclarations, type Facts, valueToJson } from '@careway/rules';
import { addDays, type Calendars } from '../calendar/working-days.js';
import type { CaseState } from '../types/state.js';
import type { FactScalar } from '../types/values.js';
import type { CompiledValue } from './compiled-write.js';

/** What a value to be written may read. */
export interface WriteScope {
  readonly state: Pick<CaseState, 'letters'>;
  readonly facts: Facts;
  readonly declared: FactDeclarations;
  /** Rows, for aggregates. */
  readonly items?: readonly Facts[];
  readonly itemDeclared?: FactDeclarations;
  /** A fact as it was recorded: sealed numbers stay sealed. */
  readonly scalar: (fact: string) => FactScalar | undefined;
  readonly param: (id: string) => string | number | boolean | undefined;
  readonly calendars: Calendars;
}

/** A value; or the facts that it waits for; or what went wrong. */
export type Written =
  | { readonly value: FactScalar; readonly missing?: undefined; readonly issues?: undefined }
  | { readonly missing: readonly string[]; readonly value?: undefined; readonly issues?: undefined }
  | { readonly issues: readonly Issue[]; readonly value?: undefined; readonly missing?: undefined };

export function writtenValue(value: CompiledValue, scope: WriteScope): Written {
  if (value.kind === 'letter') return letterNumber(scope, value.letter);
  if (value.kind === 'after') return dateAfter(scope, value);
  if (value.kind === 'code') return codeAs(scope, value);
  if (value.fact !== undefined) {
    const known = scope.scalar(value.fact);
    return known === undefined ? { missing: [value.fact] } : { value: known };
  }
  return computed(scope, value.expression);
}

function letterNumber({ state }: WriteScope, id: string): Written {
  const number = state.letters.findLast(({ letter }) => letter === id)?.number;
  return number === undefined ? { missing: [id] } : { value: number };
}

/** The last day of a period that begins after a date: the same day of the month, or the month's last day. */
function dateAfter(scope: WriteScope, { after, param, unit }: Extract<CompiledValue, { kind: 'after' }>): Written {
  const start = computed(scope, after);
  if (start.value === undefined) return start;
  const amount = Number(scope.param(param));
  if (typeof start.value !== 'string' || !Number.isInteger(amount)) return { missing: [param] };
  const last = addDays(start.value, amount, unit === 'day' ? 'calendar-day' : unit, { calendars: scope.calendars });
  return 'due' in last ? { value: last.due } : { missing: [param] };
}

/** A code that the list does not name is not known; the pack's check tells when one of its values is left out. */
function codeAs(scope: WriteScope, { code, as }: Extract<CompiledValue, { kind: 'code' }>): Written {
  const found = computed(scope, code);
  if (found.value === undefined) return found;
  const word = typeof found.value === 'string' && Object.hasOwn(as, found.value) ? as[found.value] : undefined;
  return word === undefined ? { missing: [] } : { value: word };
}

function computed({ facts, declared, items, itemDeclared }: WriteScope, expression: Expression): Written {
  const { value, undecided, issues } = evaluate(expression, { facts, declared, items, itemDeclared });
  if (issues) return { issues };
  if (value === undefined) return { missing: undecided ?? [] };
  const json = valueToJson(value);
  return typeof json === 'string' || typeof json === 'boolean' ? { value: json } : { missing: [] };
}
