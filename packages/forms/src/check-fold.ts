import type { FoldDefinition, FormDefinition, FormField, Issue } from '@careway/definition';
import { formDocumentIssue } from './form-document-messages.js';
import { propertySchema } from './form-schema.js';

const LINE_WIDGETS = ['text', 'select', 'radio', 'date', 'month', 'integer', 'identity', 'phone'];

/** Whether a table's `fold` names columns that exist, counts every value once into whole numbers and finds its month. */
export function checkFold(form: FormDefinition, field: FormField, path: string): Issue[] {
  const { fold } = field;
  if (!fold) return [];
  const at = `${path}/fold`;
  const table = new Set((field.columns ?? []).map(({ id }) => id));
  const list = new Set(fold.columns.map(({ id }) => id));
  const unknown = (ids: readonly string[], known: (id: string) => boolean, key: string) =>
    ids.flatMap((id, index) => (known(id) ? [] : [formDocumentIssue('FOLD_COLUMN_UNKNOWN', `${at}/${key}/${index}`, { id })]));
  const inTable = (id: string) => table.has(id);
  return [
    ...fold.columns.flatMap(({ id, widget }, index) => [
      ...(table.has(id) ? [formDocumentIssue('FIELD_TWICE', `${at}/columns/${index}/id`, { id })] : []),
      ...(LINE_WIDGETS.includes(widget) ? [] : [formDocumentIssue('COLUMN_WIDGET', `${at}/columns/${index}/widget`)]),
    ]),
    ...unknown(fold.key, inTable, 'key'),
    ...unknown(fold.keep ?? [], inTable, 'keep'),
    ...unknown(fold.unique, (id) => list.has(id) || fold.key.includes(id) || (fold.keep ?? []).includes(id), 'unique'),
    ...checkCount(form, field, { fold, at }),
    ...checkMonth(form, field, { fold, at }),
  ];
}

interface Place {
  readonly fold: FoldDefinition;
  readonly at: string;
}

function checkCount(form: FormDefinition, field: FormField, { fold, at }: Place): Issue[] {
  const { by, into } = fold.count;
  const rows = propertySchema(form.schema, field.id)?.items;
  const values = fold.columns.find(({ id }) => id === by)?.values?.map(({ value }) => value);
  if (!values) return [formDocumentIssue('FOLD_COLUMN_UNKNOWN', `${at}/count/by`, { id: by })];
  const counted = into.map(({ value }) => value);
  const complete =
    counted.length === values.length && new Set(counted).size === values.length && counted.every((one) => values.includes(one));
  return [
    ...(complete ? [] : [formDocumentIssue('FOLD_VALUES', `${at}/count/into`, { id: by })]),
    ...into.flatMap(({ column }, index) =>
      propertySchema(rows, column)?.type === 'integer'
        ? []
        : [formDocumentIssue('FOLD_COUNT', `${at}/count/into/${index}/column`, { id: column })],
    ),
  ];
}

function checkMonth(form: FormDefinition, field: FormField, { fold, at }: Place): Issue[] {
  const { date } = fold;
  if (!date) return [];
  const isMonth = (schema: unknown, id: string) => propertySchema(schema, id)?.format === 'month';
  const wrong = [
    ...(fold.columns.find(({ id }) => id === date.column)?.widget === 'date' ? [] : ['column']),
    ...(isMonth(form.schema, date.within) ? [] : ['within']),
    ...(date.into === undefined || isMonth(propertySchema(form.schema, field.id)?.items, date.into) ? [] : ['into']),
  ];
  return wrong.map((key) => formDocumentIssue('FOLD_DATE', `${at}/date/${key}`, { key }));
}
