import type { LocalizedText, RegisterDefinition } from '@careway/definition';
import type { StoredRecord } from '../ports/register-store.js';
import type { PersonRecord } from '../runtime.js';
import type { RecordDifference } from '../views.js';
import { changesBetween } from './record-history.js';
import type { ShownValues } from './shown-values.js';

export interface Conflict {
  readonly definition: RegisterDefinition;
  readonly shown: ShownValues;
  readonly people: ReadonlyMap<string, PersonRecord>;
  /** As the writer saw it. */
  readonly base: StoredRecord;
  /** As the writer wants it. */
  readonly mine: StoredRecord;
  /** As it is. */
  readonly theirs: StoredRecord;
}

/** What differs between two writers who began with the same version: both values of every field that either changed. */
export async function recordDifferences({ definition, shown, base, mine, theirs }: Conflict): Promise<readonly RecordDifference[]> {
  const [mineChanges, theirChanges] = await Promise.all([mine, theirs].map((after) => changesBetween({ shown, definition }, base, after)));
  const fields = new Map<string, RecordDifference>();
  for (const { field, label, to } of theirChanges ?? []) fields.set(field, { field, label, ...(to ? { theirs: to } : {}) });
  for (const { field, label, from, to } of mineChanges ?? []) {
    const theirsNow = fields.get(field) ?? { field, label, ...(from ? { theirs: from } : {}) };
    fields.set(field, { ...theirsNow, ...(to ? { mine: to } : {}) });
  }
  return [...fields.values()];
}

/** Who changed it last, and when. */
export function sinceWords({ people, theirs }: Pick<Conflict, 'people' | 'theirs'>): LocalizedText {
  const { at, by, source } = theirs.cause;
  const name = by === undefined ? undefined : people.get(by)?.name;
  const when = `${at.slice(0, 10)} ${at.slice(11, 16)}`;
  const zh = source === 'effect' ? '一个办件更新了这条记录' : `${name ?? '有人'}${source === 'import' ? '导入' : '改'}了这条记录`;
  const en =
    source === 'effect' ? 'a case updated the record' : `${name ?? 'somebody'} ${source === 'import' ? 'imported' : 'changed'} the record`;
  return { 'zh-CN': `您打开后，${when} ${zh}`, en: `Since you opened it, at ${when}, ${en}` };
}
