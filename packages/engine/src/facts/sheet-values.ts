import type { FactDefinition } from '@careway/definition';
import type { CompiledWorkflow } from '../compile/compile-workflow.js';
import type { CaseState, SheetState } from '../types/state.js';
import type { FactScalar } from '../types/values.js';
import { aggregateValues } from './aggregate-values.js';
import { scalarOf } from './scalar-of.js';

/** Value of a fact of the kind `action` or `sheets` from the forms filed so far; sheets of an earlier round do not count. */
export function sheetFact(compiled: CompiledWorkflow, state: CaseState, { id, from }: FactDefinition): FactScalar | undefined {
  const field = from.field ?? id;
  const sheets = (state.sheets ?? []).filter((sheet) => !sheet.earlier);
  if (from.kind === 'action') {
    const filed = sheets.filter((sheet) => isOf(sheet, from)).map((sheet) => scalarOf(sheet.answers[field]));
    return filed.findLast((value) => value !== undefined);
  }
  const seats = compiled.steps.get(from.step ?? '')?.vote?.seats.map((seat) => seat.id) ?? [];
  const rank = ({ seat }: SheetState) => seats.indexOf(seat ?? '');
  const values = sheets
    .filter((sheet) => isOf(sheet, from))
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((sheet) => scalarOf(sheet.answers[field]) ?? []);
  return aggregateValues(from.function ?? 'first', values, from.scale);
}

/** Whether a form that gives a fact was filed after an act: what was corrected before stands no more. */
export function isFiledAfter({ sheets = [] }: CaseState, { from }: FactDefinition, act: number): boolean {
  return sheets.some((sheet) => !sheet.earlier && isOf(sheet, from) && sheet.act > act);
}

function isOf(sheet: SheetState, { form, step }: FactDefinition['from']): boolean {
  return (form === undefined || sheet.form.id === form) && (step === undefined || sheet.step === step);
}
