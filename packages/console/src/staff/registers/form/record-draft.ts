import type { RecordView, RegisterFieldView, RegisterView } from '../../../api/index.js';

/** What is typed for a record: text by field, '' where nothing is. */
export interface RecordDraft {
  readonly values: Readonly<Record<string, string>>;
  readonly area: string;
  readonly validOn: string;
  readonly reason: string;
}

/** The draft with which a form begins. */
export function draftOf(register: RegisterView, record: RecordView | undefined, today: string): RecordDraft {
  const known = new Map(record?.known.map(({ field, shown }) => [field, String(shown.value)]));
  const [only] = register.areas;
  return {
    values: Object.fromEntries(register.fields.map(({ id }) => [id, known.get(id) ?? ''])),
    area: record?.areaId ?? (register.areas.length === 1 ? (only?.id ?? '') : ''),
    validOn: today,
    reason: '',
  };
}

/** What is sent: only what differs from the record; `null` takes a value away. */
export function changeOf(register: RegisterView, before: RecordDraft, draft: RecordDraft) {
  const changed = register.fields.filter(({ id }) => (draft.values[id] ?? '').trim() !== (before.values[id] ?? ''));
  return {
    values: Object.fromEntries(changed.map((field) => [field.id, valueOf(field, (draft.values[field.id] ?? '').trim())])),
    ...(draft.area !== '' && draft.area !== before.area ? { area: draft.area } : {}),
    validOn: draft.validOn,
    reason: draft.reason.trim(),
  };
}

/** All of a new record that is typed. */
export function newOf(register: RegisterView, draft: RecordDraft) {
  const filled = register.fields.filter(({ id }) => (draft.values[id] ?? '').trim() !== '');
  return {
    values: Object.fromEntries(filled.map((field) => [field.id, valueOf(field, (draft.values[field.id] ?? '').trim())])),
    ...(draft.area === '' ? {} : { area: draft.area }),
    validOn: draft.validOn,
    reason: draft.reason.trim(),
  };
}

function valueOf({ type }: RegisterFieldView, text: string): string | boolean | null {
  if (text === '') return null;
  if (type === 'boolean') return text === 'true';
  return text;
}
