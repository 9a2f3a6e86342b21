import { allowancePack, oneRowPack, setAt } from '@careway/definition/testing';
import { describe, expect, it } from 'vitest';

import { checkPack } from './check-pack.js';

const WORKFLOW = 'allowance/workflow.json';
const DECISION = 'allowance/decisions/care-allowance.json';
const FORM = 'forms/roster/form.json';

const label = { 'zh-CN': '项', en: 'field' };
/** A register that holds a sealed number and a code. */
const grantFields = [
  { id: 'code', label, type: 'code' },
  { id: 'name', label, type: 'text', indexed: true },
  { id: 'grade', label, type: 'integer' },
  { id: 'holder', label, type: 'identity' },
  { id: 'kind', label, type: 'code', values: [{ value: 'care', label }] },
];
const written = (set: object, more: object = {}) => [
  { id: 'w', register: 'grants', mode: 'upsert', key: 'name', per: 'granted-item', set, ...more },
];

describe('checkPack', () => {
  it('finds nothing wrong with a sound pack', () => {
    expect(checkPack(allowancePack())).toEqual([]);
  });

  it('takes values of the row, its decision and the case, sealed numbers by themselves', () => {
    const sound = written({ name: 'name', holder: 'identity', kind: '"care"', grade: 'rate * 2' }, { when: 'rate > 0 and grade > 1' });
    const pack = allowancePack((documents) => {
      setAt(documents['registers/grants.json'], '/fields', grantFields);
      setAt(documents[WORKFLOW], '/steps/4/actions/0/writes', sound);
    });
    expect(checkPack(pack)).toEqual([]);
  });

  it('reads the facts of a row from the form itself where the form has no table', () => {
    expect(checkPack(oneRowPack()).map(({ code }) => code)).toEqual(['TABLE_GAP']);
    const other = oneRowPack((documents) => setAt(documents[WORKFLOW], '/items/facts/2/from/field', 'grade'));
    expect(checkPack(other).map(({ code, path }) => `${code} ${path}`)).toContain('FIELD_MISSING /form');
  });

  it.each<[string, string, Readonly<Record<string, unknown>>]>([
    ['UNKNOWN_FACT /steps/0/actions/0/paths/0/when', WORKFLOW, { '/steps/0/actions/0/paths/0/when': 'grad >= 2' }],
    ['TYPE_MISMATCH /steps/0/actions/0/guard', WORKFLOW, { '/steps/0/actions/0/guard': 'grade' }],
    ['EXPRESSION_SYNTAX /steps/0/actions/0/guard', WORKFLOW, { '/steps/0/actions/0/guard': 'grade >=' }],
    ['STEP_UNREACHABLE /steps/1', WORKFLOW, { '/steps/0/actions/0/paths/0/to': 'public-notice' }],
    ['STEP_WITHOUT_END /steps/1', WORKFLOW, { '/steps/1/actions/0/kind': 'supplement', '/steps/1/actions/0/to': undefined }],
    ['WAIT_WITHOUT_CLOCK /steps/3/clocks', WORKFLOW, { '/steps/3/clocks': [], '/steps/3/actions/0': undefined }],
    ['TASK_WITHOUT_CLOCK /steps/1/clocks', WORKFLOW, { '/steps/1/clocks': [] }],
    ['CLOCK_UNUSED /clocks/1', WORKFLOW, { '/steps/3/clocks': [], '/steps/3/actions/0': undefined }],
    [
      'PARAM_UNUSED /params/2',
      WORKFLOW,
      { '/params/-': { id: 'spare', label: { 'zh-CN': '备用', en: 'Spare' }, type: 'integer', value: 1, basis: { source: 'city-set' } } },
    ],
    ['REGISTER_TYPE /facts/2/type', WORKFLOW, { '/facts/2/type': 'date' }],
    [
      'DERIVED_CYCLE /facts/3/from/expression',
      WORKFLOW,
      { '/facts/-': { id: 'x', label: { 'zh-CN': '乙', en: 'X' }, type: 'integer', from: { kind: 'derived', expression: 'x + 1' } } },
    ],
    ['FIELD_TYPE /form', WORKFLOW, { '/facts/1/type': 'date' }],
    ['FIELD_MISSING /form', WORKFLOW, { '/facts/1/from/field': 'nothing' }],
    ['TYPE_MISMATCH /steps/4/actions/0/writes/0/set/grade', WORKFLOW, { '/steps/4/actions/0/writes': written({ grade: '"two"' }) }],
    [
      'UNKNOWN_FACT /steps/4/actions/0/writes/0/key',
      WORKFLOW,
      { '/steps/4/actions/0/writes': written({ name: 'name' }, { key: 'nobody' }) },
    ],
    [
      'TYPE_MISMATCH /steps/4/actions/0/writes/0/when',
      WORKFLOW,
      { '/steps/4/actions/0/writes': written({ name: 'name' }, { when: 'rate' }) },
    ],
    ['WRITE_SEALED /steps/4/actions/0/writes/0/set/holder', WORKFLOW, { '/steps/4/actions/0/writes': written({ holder: 'name' }) }],
    [
      'WRITE_VALUES /steps/4/actions/0/writes/0/set/kind/as',
      WORKFLOW,
      { '/steps/4/actions/0/writes': written({ kind: { code: '"a"', as: { a: 'bed' } } }) },
    ],
    ['WRITE_VALUES /steps/4/actions/0/writes/0/set/kind', WORKFLOW, { '/steps/4/actions/0/writes': written({ kind: '"bed"' }) }],
    [
      'WRITE_TYPE /procedures/0/writes/0/set/kind',
      WORKFLOW,
      { '/procedures/0/writes': written({ kind: { after: 'service_month', param: 'public_days', unit: 'day' } }) },
    ],
    ['TYPE_MISMATCH /entitlement/from', 'services/care-allowance.json', { '/entitlement/from': 'grade + 1' }],
    ['UNKNOWN_FACT /entitlement/to', 'services/care-allowance.json', { '/entitlement/to': 'month of(nobody)' }],
    ['UNKNOWN_FACT /over/where', 'schedules/yearly.json', { '/over/where': 'colour = 1' }],
    [
      'TYPE_MISMATCH /steps/0/actions/0/assign/conditions/0/where',
      WORKFLOW,
      {
        '/steps/0/actions/0/kind': 'assign',
        '/steps/0/actions/0/assign': {
          steps: ['decide'],
          register: 'grants',
          key: 'name',
          conditions: [{ where: 'grade', reason: { 'zh-CN': '级别', en: 'grade' } }],
        },
        '/steps/4/vote/seats/0/assigned': true,
      },
    ],
    ['RESULT_ROUNDING /result', DECISION, { '/result/rounding': undefined }],
    ['SCHEMA_KEYWORD_UNKNOWN /schema/properties/centre/oneOf', FORM, { '/schema/properties/centre/oneOf': [] }],
    ['FIXTURE_REFUSED /month', 'forms/roster/fixtures/valid/one.json', { '/month': 'June' }],
    ['FIXTURE_ACCEPTED ', FORM, { '/schema/required': [] }],
  ])('reports %s', (expected, file, changes) => {
    const pack = allowancePack((documents) => {
      setAt(documents['registers/grants.json'], '/fields', grantFields);
      for (const [pointer, value] of Object.entries(changes)) setAt(documents[file], pointer, value);
    });
    expect(checkPack(pack).map(({ code, path }) => `${code} ${path}`)).toContain(expected);
  });

  it('spares a service the field of another form when nothing of the service reads its fact, and not otherwise', () => {
    const note = { id: 'note', label: { 'zh-CN': '备注', en: 'Note' }, type: 'text', from: { kind: 'submission', field: 'note' } };
    const missing = (change: (workflow: Record<string, unknown>) => void) => {
      const pack = allowancePack((documents) => {
        const form = structuredClone(documents[FORM] ?? {});
        setAt(form, '/id', 'roster-with-note');
        setAt(form, '/schema/properties/note', { type: 'string' });
        setAt(form, '/fields/-', { id: 'note', label: note.label, widget: 'text' });
        setAt(form, '/pages/0/fields/-', 'note');
        documents['forms/roster-with-note/form.json'] = form;
        const service = structuredClone(documents['services/care-allowance.json'] ?? {});
        documents['services/noted.json'] = { ...service, id: 'noted', form: 'roster-with-note' };
        setAt(documents[WORKFLOW], '/facts/-', note);
        change(documents[WORKFLOW] ?? {});
      });
      return checkPack(pack).flatMap(({ code, params }) => (code === 'FIELD_MISSING' ? [params] : []));
    };
    expect(missing(() => undefined)).toEqual([]);
    const guarded = (workflow: Record<string, unknown>) => setAt(workflow, '/steps/0/actions/0/guard', 'note = "x"');
    expect(missing(guarded)).toEqual([{ service: 'care-allowance', field: 'note', fact: 'note' }]);
    expect(missing((workflow) => (guarded(workflow), setAt(workflow, '/facts/3/default', 'none')))).toEqual([]);
  });

  it('names the file', () => {
    const [issue] = checkPack(allowancePack((documents) => setAt(documents[WORKFLOW], '/steps/1/clocks', [])));
    expect(issue).toMatchObject({
      code: 'TASK_WITHOUT_CLOCK',
      severity: 'warning',
      file: WORKFLOW,
      message: { en: 'The step “Visit” has no time limit' },
    });
  });

  it('warns of a service that no scenario tests', () => {
    const codes = checkPack(allowancePack((documents) => void delete documents['allowance/scenarios/granted.json'])).map(
      ({ code }) => code,
    );
    expect(codes).toEqual(['SERVICE_WITHOUT_SCENARIO']);
  });

  it('shows rows of a UNIQUE table that apply together, with a witness', () => {
    const twice = { id: 'severe-again', when: { level: '"severe"' }, then: { rate: '200.00' }, clause: 'rule-1' };
    const pack = allowancePack((documents) => setAt(documents[DECISION], '/tables/0/rules/-', twice));
    const overlap = checkPack(pack).find(({ code }) => code === 'TABLE_OVERLAP');
    expect(overlap).toMatchObject({ severity: 'error', path: '/tables/0', file: DECISION });
    expect(overlap?.message.en).toContain('severe');
  });

  it('warns of facts for which no row applies, with a witness', () => {
    const pack = allowancePack((documents) => setAt(documents[DECISION], '/tables/0/rules/0/when', { level: 'not("severe")' }));
    const gap = checkPack(pack).find(({ code }) => code === 'TABLE_GAP');
    expect(gap).toMatchObject({ severity: 'warning', path: '/tables/0', file: DECISION });
  });
});
