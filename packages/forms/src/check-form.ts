import type { FormColumn, FormDefinition, FormField, Issue } from '@careway/definition';
import { checkComputed } from './check-computed.js';
import { checkFold } from './check-fold.js';
import { checkSchema } from './check-schema.js';
import { checkVisibility } from './check-visibility.js';
import { formDocumentIssue } from './form-document-messages.js';
import type { FormRules } from './form-rules.js';
import { type FormSchema, propertySchema, SCHEMA_KEYWORDS, type SchemaType } from './form-schema.js';
import { escapePointer } from './validate-schema.js';

const TYPES_OF_WIDGET: Readonly<Record<FormField['widget'], readonly SchemaType[]>> = {
  text: ['string'],
  textarea: ['string'],
  radio: ['string', 'boolean'],
  score: ['integer'],
  select: ['string', 'boolean'],
  checkbox: ['boolean'],
  date: ['string'],
  month: ['string'],
  integer: ['integer'],
  decimal: ['string'],
  money: ['string'],
  identity: ['string'],
  phone: ['string'],
  table: ['array'],
  files: ['array'],
  note: [],
};
/** Widgets whose notation is a format. */
const FORMAT_OF_WIDGET: Readonly<Partial<Record<FormField['widget'], string>>> = {
  date: 'date',
  month: 'month',
  decimal: 'decimal',
  money: 'decimal',
  identity: 'identity',
  phone: 'phone',
};

/**
 * What is wrong with a form beyond its document schema: keywords outside the closed list, fields without a property and properties
 * without a field, widgets that do not fit their type, pages that miss a field, conditions that do not type-check, computed values that
 * cannot be computed. All at once.
 * @param rules decisions and parameters that the form names, as `formRules` takes them from the pack.
 */
export function checkForm(form: FormDefinition, rules: FormRules = { decisions: [], params: [] }): Issue[] {
  const schemaIssues = checkSchema(form.schema);
  // A broken schema would make every later finding an echo of the first.
  if (schemaIssues.some(({ code }) => code === 'SCHEMA_TYPE_UNKNOWN' || code === 'SCHEMA_TOO_LARGE')) return schemaIssues;
  return [...schemaIssues, ...checkFields(form), ...checkPages(form), ...checkVisibility(form), ...checkComputed(form, rules)];
}

function checkFields(form: FormDefinition): Issue[] {
  const properties = Object.keys((form.schema as unknown as FormSchema).properties ?? {});
  const ids = form.fields.map(({ id }) => id);
  return [
    ...form.fields.flatMap((field, index) => [
      ...(ids.indexOf(field.id) === index ? [] : [formDocumentIssue('FIELD_TWICE', `/fields/${index}/id`, { id: field.id })]),
      ...checkField(field, propertySchema(form.schema, field.id), `/fields/${index}`),
      ...(field.widget === 'table' ? checkFold(form, field, `/fields/${index}`) : []),
    ]),
    ...strayProperties(
      properties,
      form.fields.filter(({ widget }) => widget !== 'note'),
      '/schema/properties',
    ),
  ];
}

function checkField(field: FormField, schema: FormSchema | undefined, path: string): Issue[] {
  const keywords = new Set<string>(Object.values(SCHEMA_KEYWORDS).flat());
  const messages = Object.keys(field.messages ?? {}).filter((keyword) => !keywords.has(keyword));
  return [
    ...checkWidget(field, schema, path),
    ...messages.map((keyword) => formDocumentIssue('MESSAGE_KEYWORD_UNKNOWN', `${path}/messages/${escapePointer(keyword)}`, { keyword })),
    ...(field.widget === 'table' ? checkColumns(field, schema, path) : []),
    ...(field.fold && field.widget !== 'table' ? [formDocumentIssue('FOLD_MISPLACED', `${path}/fold`)] : []),
  ];
}

function checkColumns(field: FormField, schema: FormSchema | undefined, path: string): Issue[] {
  if (!field.columns) return [formDocumentIssue('COLUMNS_MISSING', path, { id: field.id })];
  const ids = field.columns.map(({ id }) => id);
  return [
    ...field.columns.flatMap((column, index) => {
      const at = `${path}/columns/${index}`;
      if (['table', 'files', 'note', 'score'].includes(column.widget)) return [formDocumentIssue('COLUMN_WIDGET', `${at}/widget`)];
      if (ids.indexOf(column.id) !== index) return [formDocumentIssue('FIELD_TWICE', `${at}/id`, { id: column.id })];
      return checkWidget(column, propertySchema(schema?.items, column.id), at);
    }),
    ...strayProperties(
      Object.keys(schema?.items?.properties ?? {}),
      field.columns,
      `/schema/properties/${escapePointer(field.id)}/items/properties`,
    ),
  ];
}

function checkWidget(field: FormField | FormColumn, schema: FormSchema | undefined, path: string): Issue[] {
  const { id, widget, values } = field;
  if (widget === 'note') return [];
  if (!schema) return [formDocumentIssue('FIELD_WITHOUT_SCHEMA', `${path}/id`, { id })];
  const expected = TYPES_OF_WIDGET[widget];
  if (!expected.includes(schema.type)) {
    return [formDocumentIssue('WIDGET_TYPE', `${path}/widget`, { widget, expected: expected.join(' / '), actual: schema.type })];
  }
  const format = FORMAT_OF_WIDGET[widget];
  if (format && schema.format !== format) {
    return [
      formDocumentIssue('WIDGET_TYPE', `${path}/widget`, {
        widget,
        expected: `string (format ${format})`,
        actual: schema.format ?? schema.type,
      }),
    ];
  }
  if (field.latest && widget !== 'date') return [formDocumentIssue('LATEST_WITHOUT_DATE', `${path}/latest`)];
  if ((widget === 'radio' || widget === 'select') && schema.type === 'string' && !values)
    return [formDocumentIssue('VALUES_MISSING', path, { id })];
  if (widget === 'score') return checkScores(field, schema, path);
  const allowed = schema.type === 'boolean' ? ['true', 'false'] : schema.enum?.map(String);
  const differs = values && allowed && (values.length !== allowed.length || values.some(({ value }) => !allowed.includes(value)));
  return differs ? [formDocumentIssue('VALUES_DIFFER', `${path}/values`, { id })] : [];
}

/** Each whole number that the schema allows has one option. */
function checkScores({ id, values }: FormField | FormColumn, { enum: listed, minimum, maximum }: FormSchema, path: string): Issue[] {
  if (!values) return [formDocumentIssue('VALUES_MISSING', path, { id })];
  const span = minimum === undefined || maximum === undefined ? [] : Array.from({ length: maximum - minimum + 1 }, (_, at) => minimum + at);
  const allowed = (listed ?? span).map(String);
  const given = values.map(({ value }) => value);
  const same = given.length === allowed.length && new Set(given).size === given.length && given.every((value) => allowed.includes(value));
  return same ? [] : [formDocumentIssue('SCORES_DIFFER', `${path}/values`, { id })];
}

function strayProperties(properties: readonly string[], fields: readonly { readonly id: string }[], path: string): Issue[] {
  const known = new Set(fields.map(({ id }) => id));
  return properties
    .filter((id) => !known.has(id))
    .map((id) => formDocumentIssue('SCHEMA_WITHOUT_FIELD', `${path}/${escapePointer(id)}`, { id }));
}

function checkPages(form: FormDefinition): Issue[] {
  const known = new Set(form.fields.map(({ id }) => id));
  const placed = new Map<string, string>();
  const issues = form.pages.flatMap((page, pageIndex) =>
    page.fields.flatMap((id, index) => {
      const path = `/pages/${pageIndex}/fields/${index}`;
      if (!known.has(id)) return [formDocumentIssue('PAGE_FIELD_UNKNOWN', path, { page: page.id, id })];
      if (placed.has(id)) return [formDocumentIssue('FIELD_ON_TWO_PAGES', path, { id })];
      placed.set(id, page.id);
      return [];
    }),
  );
  const lost = form.fields.flatMap(({ id }, index) =>
    placed.has(id) ? [] : [formDocumentIssue('FIELD_ON_NO_PAGE', `/fields/${index}/id`, { id })],
  );
  return [...issues, ...lost];
}
