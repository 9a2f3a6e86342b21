import { boolean, day, instant, integer, list, mapOf, object, oneOf, ref, type Shape, string } from './shape.js';

const text = ref('LocalizedText');
const counts = object({ added: integer, changed: integer, same: integer, wrong: integer });
const value = object({ value: string, label: text });
const change = object({ field: string, label: text }, { from: text, to: text });
const row = {
  required: { id: string, version: integer, name: string, values: mapOf(ref('ShownValue')) },
  optional: { area: text, until: day, level: oneOf('expired', 'expires-soon') },
};
const column = object({ id: string, label: text, type: string });

/** The shapes of registers, as the runtime's views define them. */
export const registerViews: Readonly<Record<string, Shape>> = {
  RegisterFieldView: object(
    { id: string, label: text, type: string, required: boolean, sensitive: boolean, indexed: boolean, fixed: boolean, typed: boolean },
    {
      values: list(value),
      group: string,
      reference: object({ register: string, by: oneOf('key', 'subject') }),
      format: oneOf('credit-code'),
    },
  ),
  RegisterView: object(
    {
      id: string,
      label: text,
      key: string,
      name: string,
      scope: oneOf('area', 'tenant'),
      groups: list(object({ id: string, label: text })),
      fields: list(ref('RegisterFieldView')),
      columns: list(string),
      total: integer,
      byStatus: list(object({ value: string, label: text, count: integer })),
      expired: integer,
      mayEdit: boolean,
      mayImport: boolean,
      areas: list(object({ id: string, label: text })),
    },
    { statusField: string, validUntilField: string, editors: text },
  ),
  ShownValue: object(
    { value: { type: ['string', 'boolean'] }, text },
    { record: object({ register: string, id: string }), caseId: string },
  ),
  RecordRow: object(row.required, row.optional),
  RecordCauseView: object(
    { source: oneOf('import', 'manual', 'effect', 'seed'), at: instant },
    { by: ref('PersonView'), reason: string, caseId: string, number: string },
  ),
  RecordView: object(
    {
      ...row.required,
      register: string,
      known: list(object({ field: string, shown: ref('ShownValue'), validOn: day, cause: ref('RecordCauseView') })),
      mayEdit: boolean,
      hidden: list(string),
      cases: list(ref('CaseRow')),
      related: list(object({ register: string, label: text, columns: list(column), rows: list(ref('RecordRow')), total: integer })),
    },
    { ...row.optional, areaId: string },
  ),
  RecordVersionView: object({ version: integer, validOn: day, cause: ref('RecordCauseView'), changes: list(change) }),
  RecordDifference: object({ field: string, label: text }, { mine: text, theirs: text }),
  RowIssue: object({ line: integer, code: string, message: text }, { field: string, label: text }),
  ImportView: object(
    {
      id: string,
      register: string,
      file: string,
      at: instant,
      state: oneOf('checking', 'checked', 'importing', 'done', 'refused', 'expired'),
      read: integer,
      counts,
      issues: list(ref('Issue')),
      errors: list(ref('RowIssue')),
      rows: list(object({ line: integer, kind: oneOf('added', 'changed'), name: string, changes: list(change) })),
    },
    { encoding: string, total: integer },
  ),
};
