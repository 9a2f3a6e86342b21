/** A further change without which the fault could not be made. */
type Also = readonly [file: string, set: string, value: unknown];

/** Code, file, pointer that is set, value, and the pointer of the issue where it is another. */
export type PackFault = readonly [code: string, file: string, set: string, value: unknown, at?: string, ...also: readonly Also[]];

const W = 'allowance/workflow.json';
const T = 'allowance/scenarios/granted.json';
const S = 'services/care-allowance.json';
const P = 'schedules/yearly.json';
const ENDED = '/steps/3/actions/0';
const label = { 'zh-CN': '甲', en: 'A' };
const twice = [
  { afterDays: 2, role: 'clerk' },
  { afterDays: 2, role: 'officer' },
];
const repealed: readonly Also[] = [
  [W, `${ENDED}/basis`, { clause: 'rule-1' }],
  ['clauses/rules.json', '/clauses/0/status', 'repealed'],
];
const ACTION = '/steps/0/actions/0';

const write = (more: object = {}) => [{ id: 'w', register: 'facilities', mode: 'upsert', key: 'centre', set: { name: 'centre' }, ...more }];

const tells = { 'zh-CN': '不行', en: '{none}' };

/** An assignment with one condition, changed. */
const onCondition = (change: object) => ({
  steps: ['decide'],
  register: 'facilities',
  key: 'code',
  conditions: [{ where: 'true', reason: { 'zh-CN': '不行', en: 'no' }, ...change }],
});

/** Faults of what actions and side procedures do, each in one place of the minimal pack. */
export const procedureFaults: readonly PackFault[] = [
  ['DANGLING_REFERENCE', W, `${ACTION}/writes`, write({ register: 'nothing' }), `${ACTION}/writes/0/register`],
  ['DANGLING_REFERENCE', W, `${ACTION}/writes`, write({ set: { colour: 'centre' } }), `${ACTION}/writes/0/set/colour`],
  ['DANGLING_REFERENCE', W, `${ACTION}/writes`, write({ key: { letter: 'none' } }), `${ACTION}/writes/0/key/letter`],
  [
    'DANGLING_REFERENCE',
    W,
    `${ACTION}/writes`,
    write({ set: { name: { after: 'today', param: 'no_days', unit: 'day' } } }),
    `${ACTION}/writes/0/set/name/param`,
  ],
  ['DANGLING_REFERENCE', W, '/procedures/0/writes', write({ register: 'nothing' }), '/procedures/0/writes/0/register'],
  ['DUPLICATE_ID', W, `${ACTION}/writes`, [...write(), ...write()], `${ACTION}/writes/1/id`],
  [
    'WRITE_FIELD_MISSING',
    W,
    `${ACTION}/writes`,
    write({ mode: 'create' }),
    `${ACTION}/writes/0/set`,
    ['registers/facilities.json', '/fields/2/required', true],
  ],
  [
    'WRITE_LETTER_NOT_NUMBERED_YET',
    W,
    '/steps/4/actions/0/writes',
    write({ key: { letter: 'decision-letter' } }),
    '/steps/4/actions/0/writes/0/key/letter',
  ],
  [
    'WRITE_LETTER_WITHOUT_NUMBER',
    W,
    `${ACTION}/writes`,
    write({ set: { name: { letter: 'decision-letter' } } }),
    `${ACTION}/writes/0/set/name/letter`,
    ['letters/decision-letter.json', '/sequence', undefined],
  ],
  ['WRITE_WITHOUT_ITEMS', W, `${ACTION}/writes`, write({ per: 'granted-item' }), `${ACTION}/writes/0/per`, [W, '/items', undefined]],
  ['DANGLING_REFERENCE', T, '/schedule', 'none'],
  ['DANGLING_REFERENCE', T, '/script/0/service', 'none'],
  ['DANGLING_REFERENCE', T, '/script/-', { service: 'care-allowance', entry: 'none' }, '/script/1/entry'],
  ['DANGLING_REFERENCE', T, '/script/0/correct', { fact: 'name', value: 'x' }, '/script/0/correct/fact'],
  ['DANGLING_REFERENCE', T, '/script/0/substitute', 'nobody'],
  ['DANGLING_REFERENCE', T, '/script/0/assign', [{ seat: 'first', person: 'nobody' }], '/script/0/assign/0/person'],
  ['DANGLING_REFERENCE', T, '/script/0/expect/escalated', { none: 1 }, '/script/0/expect/escalated/none'],
  ['DANGLING_REFERENCE', T, '/script/0/expect/records', [{ register: 'none' }], '/script/0/expect/records/0/register'],
  ['PROCEDURE_INCOMPLETE', W, '/procedures/0/param', undefined],
  ['PROCEDURE_INCOMPLETE', W, '/procedures/0/kind', 'recuse', '/procedures/0/steps'],
  ['PROCEDURE_INCOMPLETE', W, '/procedures/0/kind', 'revoke-decision', '/procedures/0/to'],
  ['PROCEDURE_TARGET', W, '/procedures/0/kind', 'revoke-decision', '/procedures/0/to', [W, '/procedures/0/to', 'done']],
  ['PROCEDURE_TARGET', W, '/procedures/0/kind', 'terminate', '/procedures/0/to', [W, '/procedures/0/to', 'review']],
  ['PROCEDURE_TARGET', W, '/procedures/0/to', 'review'],
  ['PROCEDURE_TARGET', W, '/procedures/0/kind', 'revoke-decision', '/procedures/0/to', [W, '/procedures/0/to', 'visit']],
  ['DANGLING_REFERENCE', W, '/procedures/0/to', 'nowhere'],
  ['DANGLING_REFERENCE', W, '/procedures/0/steps', ['nowhere'], '/procedures/0/steps/0'],
  ['DANGLING_REFERENCE', W, '/procedures/0/letters', ['none'], '/procedures/0/letters/0'],
  ['DANGLING_REFERENCE', W, '/corrections', { role: 'nobody' }, '/corrections/role'],
  ['DANGLING_REFERENCE', W, '/corrections', { role: 'clerk', letters: ['none'] }, '/corrections/letters/0'],
  ['DEEMED_WITHOUT_CLAUSE', W, `${ENDED}/kind`, 'deemed', `${ENDED}/basis`],
  ['DEEMED_CLAUSE_NOT_IN_FORCE', W, `${ENDED}/kind`, 'deemed', `${ENDED}/basis/clause`, ...repealed],
  ['EVALUATES_WRONG', W, '/steps/0/actions/1/evaluates', true],
  ['EVALUATES_WRONG', W, '/steps/4/actions/0/evaluates', true, '/steps/4/actions/0/evaluates', [W, '/steps/4/actions/0/outcome', 'refuse']],
  ['EVALUATES_WITHOUT_DECISION', S, '/decision', undefined, '/decision', [W, '/steps/4/actions/0/evaluates', true]],
  ['RECEIPT_WITHOUT_LETTER', W, `${ACTION}/requires`, ['receipt']],
  ['ASSIGN_WRONG', W, `${ACTION}/kind`, 'assign', `${ACTION}/assign`],
  ['ASSIGN_WRONG', W, `${ACTION}/assign`, { steps: ['decide'] }],
  ['ASSIGN_STEP_WITHOUT_SEATS', W, `${ACTION}/assign`, { steps: ['decide'] }, `${ACTION}/assign/steps/0`],
  ['DANGLING_REFERENCE', W, `${ACTION}/assign`, { steps: ['nowhere'] }, `${ACTION}/assign/steps/0`],
  ['DANGLING_REFERENCE', W, `${ACTION}/assign`, { steps: ['decide'], distinctFrom: ['nowhere'] }, `${ACTION}/assign/distinctFrom/0`],
  ['DANGLING_REFERENCE', W, `${ACTION}/assign`, { steps: ['decide'], register: 'none', key: 'code' }, `${ACTION}/assign/register`],
  ['DANGLING_REFERENCE', W, `${ACTION}/assign`, { steps: ['decide'], register: 'facilities', key: 'none' }, `${ACTION}/assign/key`],
  ['MISSING_KEY', W, `${ACTION}/assign`, { steps: ['decide'], register: 'facilities' }, `${ACTION}/assign/key`],
  ['FIELD_NOT_INDEXED', W, `${ACTION}/assign`, { steps: ['decide'], register: 'facilities', key: 'code' }, `${ACTION}/assign/key`],
  ['DANGLING_REFERENCE', W, `${ACTION}/assign`, onCondition({ given: ['none'] }), `${ACTION}/assign/conditions/0/given/0`],
  ['DANGLING_REFERENCE', W, `${ACTION}/assign`, onCondition({ reason: tells }), `${ACTION}/assign/conditions/0/reason/en`],
  ['SEAT_NEVER_ASSIGNED', W, '/steps/4/vote/seats/0/assigned', true, '/steps/4/vote/seats/0'],
  ['OUT_OF_RANGE', W, '/steps/4/vote/quorum', 3],
  ['OUT_OF_RANGE', W, '/steps/4/vote/quorum', 'review_days'],
  ['DANGLING_REFERENCE', W, '/steps/4/vote/quorum', 'no_param'],
  ['FIRST_PARTY_NAMED', W, '/parties/0/from', { register: 'facilities', key: 'centre' }],
  ['DANGLING_REFERENCE', W, '/parties/0/facts', ['nothing'], '/parties/0/facts/0'],
  ['DANGLING_REFERENCE', W, '/parties/0/from', { register: 'none', key: 'centre' }, '/parties/0/from/register'],
  ['DANGLING_REFERENCE', W, '/parties/0/from', { register: 'facilities', key: 'nothing' }, '/parties/0/from/key'],
  ['DANGLING_REFERENCE', W, '/steps/0/party', 'nobody'],
  ['MISSING_KEY', W, `${ACTION}/by`, 'party'],
  ['DANGLING_REFERENCE', W, `${ACTION}/form`, 'none'],
  ['DANGLING_REFERENCE', W, '/facts/1/from', { kind: 'action', step: 'nowhere', field: 'x' }, '/facts/1/from/step'],
  ['DANGLING_REFERENCE', W, '/facts/1/from', { kind: 'action', form: 'roster', field: 'month' }, '/facts/1/from/form'],
  [
    'DANGLING_REFERENCE',
    W,
    '/facts/1/from',
    { kind: 'action', step: 'review', field: 'x' },
    '/facts/1/from/field',
    [W, `${ACTION}/form`, 'roster'],
  ],
  ['SHEETS_WITHOUT_SEATS', W, '/facts/1/from', { kind: 'sheets', step: 'review', field: 'x', function: 'first' }, '/facts/1/from/step'],
  ['ROW_FACT_OF_ACTION', W, '/items/facts/0/from', { kind: 'action', step: 'review', field: 'x' }],
  ['ESCALATION_ORDER', W, '/clocks/0/escalation', twice, '/clocks/0/escalation/1/afterDays'],
  ['DANGLING_REFERENCE', W, '/clocks/0/escalation', [{ afterDays: 0, role: 'nobody' }], '/clocks/0/escalation/0/role'],
  ['TASK_WITHOUT_ASSIGNEE', W, '/steps/5/actions', [{ id: 'AGAIN', label, kind: 'reopen', to: 'review' }], '/steps/5'],
  ['SCHEDULE_WHEN', P, '/when', {}],
  ['SCHEDULE_WHEN', P, '/when/field', 'grade', '/when'],
  ['FIELD_TYPE_WRONG', P, '/when', { field: 'grade', daysBefore: 30 }, '/when/field'],
  ['DANGLING_REFERENCE', P, '/service', 'none'],
  ['DANGLING_REFERENCE', P, '/over/register', 'none'],
  ['DANGLING_REFERENCE', P, '/data/centre', 'none'],
  ['DANGLING_REFERENCE', P, '/data/colour', 'code'],
  ['DANGLING_REFERENCE', P, '/party', { register: 'none', field: 'code' }, '/party/register'],
  ['DANGLING_REFERENCE', P, '/party', { register: 'facilities', field: 'none' }, '/party/field'],
  ['DANGLING_REFERENCE', P, '/agents', 'none'],
];
