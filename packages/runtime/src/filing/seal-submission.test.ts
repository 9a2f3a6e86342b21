import { describe, expect, it } from 'vitest';
import type { FormDefinition, WorkflowDefinition } from '@careway/definition';
import { masterKey } from '../crypto/master-key.js';
import { Sealer } from '../crypto/sealer.js';
import { deriveKeys } from '../crypto/tenant-keys.js';
import { organisationSubject } from '../scope/viewer-scope.js';
import { sealSubmission, shownAnswers } from './seal-submission.js';

const sealer = new Sealer(deriveKeys(masterKey({ text: 'c'.repeat(64) }), 'one'));
const label = { 'zh-CN': '项', en: 'field' };
const fact = (id: string, type: 'identity' | 'text' | 'integer', from: object) => ({ id, label, type, from });
const number = '11010519491231002X';

const workflow = (subject: string) =>
  ({
    facts: [],
    items: {
      field: 'rows',
      subject,
      facts: [
        fact('elder', 'identity', { kind: 'submission', field: 'identity' }),
        fact('facility', 'text', { kind: 'submission', field: 'credit_code' }),
        fact('age', 'integer', { kind: 'system', name: 'age-on-filing', field: 'identity' }),
      ],
    },
  }) as unknown as WorkflowDefinition;

const field = (id: string, widget: string, more = {}) => ({ id, label, widget, ...more });
const oneRow = { id: 'person', fields: [field('identity', 'identity'), field('credit_code', 'text')] } as unknown as FormDefinition;
const roster = {
  id: 'roster',
  fields: [field('rows', 'table', { columns: [field('identity', 'identity')] })],
} as unknown as FormDefinition;

const seal = (data: Record<string, unknown>, form: FormDefinition, subject = 'elder', more = {}) =>
  sealSubmission(data, { sealer, form, formHash: 'h', workflow: workflow(subject), attachments: [], ...more });

describe('a submission for the engine', () => {
  it('makes one row of a form without the table of rows, sealed and with the birth date that a fact asks for', () => {
    const { answers, rows } = seal({ identity: number, credit_code: '91-1' }, oneRow);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.values).toMatchObject({ identity: { key: sealer.searchKey(number) }, credit_code: '91-1' });
    expect(rows[0]?.values.identity_birth_date).toBe('1949-12-31');
    expect(JSON.stringify({ answers, rows })).not.toContain(number);
  });

  it('is shown as it was filed: numbers by their hint, without the birth date that was added', () => {
    const [row] = seal({ identity: number, credit_code: '91-1' }, oneRow).rows;
    expect(Object.keys(shownAnswers(row?.values ?? {}))).toEqual(['identity', 'credit_code']);
    expect(shownAnswers({ note_birth_date: '1949-12-31' })).toEqual({ note_birth_date: '1949-12-31' });
  });

  it('gives a person the same opaque id in a form of one and in a roster', () => {
    const alone = seal({ identity: number }, oneRow).rows[0]?.subject;
    expect(alone).toBe(seal({ rows: [{ identity: number }] }, roster).rows[0]?.subject);
  });

  it('gives an organisation that applies for itself the id that it has as a party, and a row that names nobody the applicant’s', () => {
    const applicant = organisationSubject('91-1');
    expect(seal({ credit_code: '91-1' }, oneRow, 'facility', { applicant }).rows[0]?.subject).toBe(applicant);
    expect(seal({ credit_code: '91-2' }, oneRow, 'facility', { applicant }).rows[0]?.subject).not.toBe(applicant);
    expect(seal({}, oneRow, 'elder', { applicant: 'elder-7' }).rows[0]?.subject).toBe('elder-7');
  });

  it('makes the row of the whole file when a supplement names only what is new', () => {
    const { answers, rows } = seal({ credit_code: '91-3' }, oneRow, 'elder', { whole: { identity: number, credit_code: '91-3' } });
    expect(Object.keys(answers)).toEqual(['credit_code']);
    expect(rows[0]?.values).toMatchObject({ identity: { key: sealer.searchKey(number) }, credit_code: '91-3' });
  });
});
