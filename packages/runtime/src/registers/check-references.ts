import type { Issue, RegisterField } from '@careway/definition';
import type { RecordReader } from './record-reader.js';
import { words } from './merge-record.js';
import { registerIssue } from './register-messages.js';

type Answers = Readonly<Record<string, unknown>>;

/** For each of the answers the references to records that are not there, or not within the viewer's sight. */
export async function checkReferences(
  reader: RecordReader,
  fields: readonly RegisterField[],
  all: readonly Answers[],
): Promise<readonly (readonly Issue[])[]> {
  const issues: Issue[][] = all.map(() => []);
  for (const field of fields) {
    if (!field.reference || field.reference.by === 'subject') continue;
    const target = reader.registers.get(field.reference.register);
    if (!target) continue;
    const keyOf = (value: unknown) => (field.type === 'identity' ? reader.parts.sealer.searchKey(String(value)) : String(value));
    const asked = all.flatMap((answers) => (answers[field.id] === undefined ? [] : [keyOf(answers[field.id])]));
    if (asked.length === 0) continue;
    const found = await reader.parts.store.registers.getAll(target.id, [...new Set(asked)]);
    all.forEach((answers, index) => {
      const value = answers[field.id];
      const record = value === undefined ? undefined : found.get(keyOf(value));
      if (value === undefined || (record && reader.scope.sees(target, record))) return;
      const register = { register: target.label['zh-CN'], registerEn: target.label.en };
      issues[index]?.push(registerIssue('REFERENCE_UNKNOWN', `/${field.id}`, { ...words(field.label), ...register }));
    });
  }
  return issues;
}
