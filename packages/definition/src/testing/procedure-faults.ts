/** One more change without which the fault could not be made. */
type Also = readonly [file: string, set: string, value: unknown];

/** Code, file, pointer that is set, value, and the pointer of the issue where it is another. */
export type PackFault = readonly [code: string, file: string, set: string, value: unknown, at?: string, also?: Also];

const W = 'allowance/workflow.json';
const T = 'allowance/scenarios/granted.json';
const ACTION = '/steps/0/actions/0';

const write = (more: object = {}) => [{ id: 'w', register: 'facilities', mode: 'upsert', key: 'centre', set: { name: 'centre' }, ...more }];

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
];
