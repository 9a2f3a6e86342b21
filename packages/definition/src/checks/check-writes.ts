import type { RegisterWrite, WorkflowDefinition, WrittenValue } from '../schemas/workflow.js';
import { type DocumentCheck, exists } from './scope.js';

export interface WritesPlace {
  readonly writes: readonly RegisterWrite[] | undefined;
  /** Letters that the same action issues: they have no number yet. */
  readonly letters: readonly string[] | undefined;
  readonly path: string;
}

/** What is written goes into fields that exist, from parameters and letters that exist; a new record has what its register requires. */
export function checkWrites(check: DocumentCheck, workflow: WorkflowDefinition, { writes, letters, path }: WritesPlace): void {
  for (const [index, write] of (writes ?? []).entries()) {
    const under = `${path}/writes/${index}`;
    check.refer('register', write.register, `${under}/register`, exists.register(check.scope, write.register));
    if (write.per === 'granted-item' && !workflow.items) check.report('WRITE_WITHOUT_ITEMS', `${under}/per`);
    checkValue(check, workflow, { value: write.key, letters, path: `${under}/key` });
    for (const [field, value] of Object.entries(write.set)) checkValue(check, workflow, { value, letters, path: `${under}/set/${field}` });
    checkFields(check, write, under);
  }
}

function checkFields(check: DocumentCheck, write: RegisterWrite, path: string): void {
  const register = check.scope.content.registers.get(write.register);
  if (!register) return;
  const fields = new Set(register.fields.map(({ id }) => id));
  for (const field of Object.keys(write.set)) check.refer('field', field, `${path}/set/${field}`, fields.has(field));
  if (write.mode !== 'create') return;
  for (const { id, required } of register.fields) {
    if (required && id !== register.key && !(id in write.set)) check.report('WRITE_FIELD_MISSING', `${path}/set`, { id });
  }
}

interface ValuePlace {
  readonly value: WrittenValue;
  readonly letters: readonly string[] | undefined;
  readonly path: string;
}

function checkValue(check: DocumentCheck, workflow: WorkflowDefinition, { value, letters = [], path }: ValuePlace): void {
  if (typeof value === 'string') return;
  if ('letter' in value) {
    check.refer('letter', value.letter, `${path}/letter`, exists.letter(check.scope, value.letter));
    const letter = check.scope.content.letters.get(value.letter);
    if (letter && letter.sequence === undefined) check.report('WRITE_LETTER_WITHOUT_NUMBER', `${path}/letter`, { id: value.letter });
    else if (letters.includes(value.letter)) check.report('WRITE_LETTER_NOT_NUMBERED_YET', `${path}/letter`, { id: value.letter });
    return;
  }
  if ('code' in value) return;
  const param = (workflow.params ?? []).find(({ id }) => id === value.param);
  check.refer('parameter', value.param, `${path}/param`, param !== undefined);
  if (param && param.type !== 'integer')
    check.report('PARAM_TYPE', `${path}/param`, { param: param.id, value: param.value, expected: 'integer' });
}
