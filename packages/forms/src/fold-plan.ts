import type { FoldDefinition, FormColumn, FormDefinition, FormField, LocalizedText } from '@careway/definition';
import { type FormSchema, propertySchema } from './form-schema.js';

/** Most lines of a list that is folded at once. */
export const FOLD_MAX_LINES = 20_000;

/** How the lines of a list are read, checked and put together. */
export interface FoldPlan {
  readonly fold: FoldDefinition;
  /** The table itself. */
  readonly table: FormField;
  /** A form whose only table has the columns of the list, so that lines are judged like all rows. */
  readonly lines: FormDefinition;
  readonly columns: readonly FormColumn[];
  /** Labels of the form's fields. */
  readonly labels: ReadonlyMap<string, LocalizedText>;
}

const plans = new WeakMap<FormField, FoldPlan>();

/** The plan of a table that has a `fold`; undefined for any other field. */
export function foldPlan(form: FormDefinition, field: string): FoldPlan | undefined {
  const table = form.fields.find(({ id }) => id === field);
  if (!table?.fold) return undefined;
  const known = plans.get(table);
  if (known) return known;
  const plan = makePlan(form, table, table.fold);
  plans.set(table, plan);
  return plan;
}

function makePlan(form: FormDefinition, table: FormField, fold: FoldDefinition): FoldPlan {
  const rows = propertySchema(form.schema, table.id)?.items;
  const taken = [...fold.key, ...(fold.keep ?? [])];
  const own = (table.columns ?? []).filter(({ id }) => taken.includes(id));
  const columns = [...own, ...fold.columns];
  const needed = new Set([...fold.key, ...fold.columns.map(({ id }) => id), ...(rows?.required ?? [])]);
  const properties = Object.fromEntries([
    ...own.map(({ id }) => [id, propertySchema(rows, id) ?? { type: 'string' }] as const),
    ...fold.columns.map((column) => [column.id, lineSchema(column)] as const),
  ]);
  const items: FormSchema = { type: 'object', required: columns.map(({ id }) => id).filter((id) => needed.has(id)), properties };
  const { visibleWhen: _, fold: __, ...rest } = table;
  const lines: FormDefinition = {
    ...form,
    schema: { type: 'object', properties: { [table.id]: { type: 'array', items } } },
    fields: [{ ...rest, columns: [...columns] }],
    computed: [],
  };
  return { fold, table, lines, columns, labels: new Map(form.fields.map(({ id, label }) => [id, label])) };
}

/** Columns of a list have no schema of their own: their widget says what they hold. */
function lineSchema({ widget, values }: FormColumn): FormSchema {
  if (widget === 'date' || widget === 'month' || widget === 'identity' || widget === 'phone') return { type: 'string', format: widget };
  if (values) return { type: 'string', enum: values.map(({ value }) => value) };
  return widget === 'integer' ? { type: 'integer' } : { type: 'string' };
}
