import { describe, expect, test } from 'vitest';
import { composePacks } from './compose-packs.js';
import { packIssueCatalogue } from './issue-catalogue.js';
import { parsePack } from './parse-pack.js';
import { minimalDocuments, minimalOverlayFiles, minimalPackFiles } from './testing/minimal-pack.js';
import { type PackFault, procedureFaults } from './testing/procedure-faults.js';
import { setAt } from './testing/set-at.js';

const W = 'allowance/workflow.json';
const D = 'allowance/decisions/care-allowance.json';
const S = 'services/care-allowance.json';
const F = 'forms/roster/form.json';
const L = 'letters/decision-letter.json';
const O = 'organisation.json';
const C = 'clauses/rules.json';
const Y = 'calendars/2026.json';
const T = 'allowance/scenarios/granted.json';
const R = 'registers/facilities.json';
const label = { 'zh-CN': '甲', en: 'A' };
const both = { clause: 'rule-1', source: 'city-set' };

type Row = PackFault;

const rows: readonly Row[] = [
  ...procedureFaults,
  ['UNKNOWN_KEY', W, '/colour', 'red'],
  ['UNKNOWN_KEY', W, '/steps/0/actions/0/too', 'x'],
  ['MISSING_KEY', S, '/contact/office', undefined],
  ['WRONG_TYPE', Y, '/year', '2026'],
  ['WRONG_DATE', Y, '/makeUpDays/0', '2026-02-31'],
  ['WRONG_DATE', C, '/validity/from', '2025-02-29'],
  ['WRONG_VALUE', W, '/steps/0/kind', 'jump'],
  ['WRONG_PATTERN', W, '/steps/0/id', 'Review.1'],
  ['WRONG_PATTERN', O, '/sequences/0/pattern', '{yyyy}'],
  ['WRONG_PATTERN', W, '/notices/0/on', 'when it rains'],
  ['OUT_OF_RANGE', W, '/entries', []],
  ['OUT_OF_RANGE', W, '/facts/2/from', { kind: 'derived', expression: 'x'.repeat(2001) }, '/facts/2/from/expression'],
  ['PACK_EXTENDS_UNEXPECTED', 'pack.json', '/extends', { pack: 'other', version: '1.0.0' }],
  ['PACK_EXTENDS_MISSING', 'pack.json', '/kind', 'overlay', '/extends'],
  ['ID_NOT_FOLDER', W, '/id', 'allowances'],
  ['ID_NOT_FOLDER', Y, '/year', 2025],
  ['DATE_ORDER', C, '/validity/to', '2019-12-31', '/validity'],
  ['DATE_ORDER', D, '/tables/0/rules/0/validity', { from: '2022-01-01', to: '2021-01-01' }],
  ['DUPLICATE_ID', W, '/steps/1/id', 'review'],
  ['DUPLICATE_ID', W, '/steps/0/actions/1/id', 'ACCEPT'],
  ['DUPLICATE_ID', W, '/blocks/0/id', 'review'],
  ['DUPLICATE_ID', W, '/clocks/1/id', 'review-limit'],
  ['DUPLICATE_ID', W, '/facts/1/id', 'service_month'],
  ['DUPLICATE_ID', W, '/items/facts/0/id', 'centre'],
  ['DUPLICATE_ID', W, '/params/1/id', 'review_days'],
  ['DUPLICATE_ID', W, '/entries/1/id', 'start'],
  ['DUPLICATE_ID', W, '/parties/-', { id: 'applicant', label, kinds: ['person'] }, '/parties/1/id'],
  ['DUPLICATE_ID', D, '/tables/0/rules/-', { id: 'severe', when: {}, then: { rate: '200' }, clause: 'rule-1' }, '/tables/0/rules/1/id'],
  ['DUPLICATE_ID', F, '/fields/1/id', 'month'],
  ['DUPLICATE_ID', F, '/fields/2/columns/1/id', 'name'],
  ['DUPLICATE_ID', F, '/pages/0/fields/1', 'month'],
  ['DUPLICATE_ID', C, '/clauses/1/id', 'rule-1'],
  ['DUPLICATE_ID', R, '/fields/1/id', 'code'],
  ['DUPLICATE_ID', O, '/roles/1/id', 'clerk'],
  ['DUPLICATE_ID', T, '/people/-', { id: 'chen', role: 'clerk' }, '/people/2/id'],
  ['DUPLICATE_ID', S, '/params/-', { param: 'review_days', value: 6, basis: { source: 'city-set' } }, '/params/1/param'],
  ['DANGLING_REFERENCE', W, '/entries/0/to', 'nowhere'],
  ['DANGLING_REFERENCE', W, '/steps/4/actions/0/to', 'nowhere'],
  ['DANGLING_REFERENCE', W, '/steps/0/actions/0/paths/1/to', 'nowhere'],
  ['DANGLING_REFERENCE', W, '/steps/4/actions/1/to', 'nowhere'],
  ['DANGLING_REFERENCE', W, '/steps/4/vote/against', 'nowhere'],
  ['DANGLING_REFERENCE', W, '/steps/4/distinctFrom/0', 'nowhere'],
  ['DANGLING_REFERENCE', W, '/steps/0/assignee/role', 'nobody'],
  ['DANGLING_REFERENCE', W, '/steps/4/vote/seats/1/role', 'nobody'],
  ['DANGLING_REFERENCE', W, '/steps/0/form/id', 'no-form'],
  ['DANGLING_REFERENCE', W, '/steps/0/form/access/0/field', 'no_field'],
  ['DANGLING_REFERENCE', W, '/steps/0/clocks/0', 'no-clock'],
  ['DANGLING_REFERENCE', W, '/steps/0/actions/1/clock', 'no-clock'],
  ['DANGLING_REFERENCE', W, '/steps/4/actions/0/letters/0', 'no-letter'],
  ['DANGLING_REFERENCE', W, '/steps/3/actions/1/entry', 'no-entry'],
  ['DANGLING_REFERENCE', W, '/blocks/0/to', 'nowhere'],
  ['DANGLING_REFERENCE', W, '/blocks/0/branches/0/members/-', 'nowhere', '/blocks/0/branches/0/members/1'],
  ['DANGLING_REFERENCE', W, '/clocks/0/param', 'no_param'],
  ['DANGLING_REFERENCE', W, '/clocks/0/owner', 'nobody'],
  ['DANGLING_REFERENCE', W, '/clocks/1/basis/clause', 'no-clause'],
  ['DANGLING_REFERENCE', W, '/procedures/0/clocks/0', 'no-clock'],
  ['DANGLING_REFERENCE', W, '/procedures/0/request/role', 'nobody'],
  ['DANGLING_REFERENCE', W, '/procedures/0/decide/seats/0/role', 'nobody'],
  ['DANGLING_REFERENCE', W, '/procedures/0/param', 'no_param'],
  ['DANGLING_REFERENCE', W, '/notices/0/on', 'step:nowhere'],
  ['DANGLING_REFERENCE', W, '/notices/0/to', 'nobody'],
  ['DANGLING_REFERENCE', W, '/facts/2/from/register', 'no-register'],
  ['DANGLING_REFERENCE', W, '/facts/2/from/key', 'no_fact'],
  ['DANGLING_REFERENCE', W, '/facts/2/from/field', 'no_field'],
  ['DANGLING_REFERENCE', W, '/items/subject', 'no_fact'],
  ['DANGLING_REFERENCE', W, '/items/name', 'no_fact'],
  ['DANGLING_REFERENCE', W, '/items/key/0', 'no_fact'],
  ['DANGLING_REFERENCE', D, '/workflow', 'no-workflow'],
  ['DANGLING_REFERENCE', D, '/tables/0/rules/0/clause', 'no-clause'],
  ['DANGLING_REFERENCE', D, '/tables/0/rules/0/when/no_column', '1'],
  ['DANGLING_REFERENCE', D, '/tables/0/rules/0/then/no_column', '1'],
  ['DANGLING_REFERENCE', S, '/workflow', 'no-workflow'],
  ['DANGLING_REFERENCE', S, '/form', 'no-form'],
  ['DANGLING_REFERENCE', S, '/decision', 'no-decision'],
  ['DANGLING_REFERENCE', W, '/items/field', 'month', '/form'],
  ['DANGLING_REFERENCE', F, '/fields/2/columns/1', undefined, '/form'],
  ['DANGLING_REFERENCE', S, '/params/0/param', 'no_param'],
  ['DANGLING_REFERENCE', S, '/clauses/0', 'no-clause'],
  ['DANGLING_REFERENCE', S, '/papers/0/field', 'no_field'],
  ['DANGLING_REFERENCE', S, '/claim/key/0', 'no_fact'],
  ['DANGLING_REFERENCE', S, '/entitlement/register', 'no-register'],
  ['DANGLING_REFERENCE', S, '/entitlement/payee', 'no-party'],
  ['DANGLING_REFERENCE', S, '/entitlement/amount', 'no_fact'],
  ['DANGLING_REFERENCE', S, '/entitlement/from', 'no_fact'],
  ['DANGLING_REFERENCE', S, '/entitlement/to', 'no_fact'],
  ['DANGLING_REFERENCE', S, '/sequence', 'no-sequence'],
  ['DANGLING_REFERENCE', L, '/to', 'no-party'],
  ['DANGLING_REFERENCE', L, '/sequence', 'no-sequence'],
  ['DANGLING_REFERENCE', L, '/remedies/0', 'no-remedy'],
  ['DANGLING_REFERENCE', L, '/body/0/text/en', '{fact:no_fact}'],
  ['DANGLING_REFERENCE', L, '/body/0/text/en', '{area:no-level}'],
  ['DANGLING_REFERENCE', 'remedies.json', '/remedies/0/clause', 'no-clause'],
  ['DANGLING_REFERENCE', R, '/key', 'no_field'],
  ['DANGLING_REFERENCE', R, '/name', 'no_field'],
  ['DANGLING_REFERENCE', O, '/roles/0/level', 'no-level'],
  ['DANGLING_REFERENCE', F, '/pages/0/fields/0', 'no_field'],
  ['DANGLING_REFERENCE', F, '/fields/0/id', 'no_property'],
  ['DANGLING_REFERENCE', F, '/fields/1/prefill/register', 'no-register'],
  ['DANGLING_REFERENCE', F, '/fields/1/prefill/field', 'no_field'],
  ['DANGLING_REFERENCE', T, '/service', 'no-service'],
  ['DANGLING_REFERENCE', T, '/by', 'no-person'],
  ['DANGLING_REFERENCE', T, '/entry', 'no-entry'],
  ['DANGLING_REFERENCE', T, '/people/0/role', 'nobody'],
  ['DANGLING_REFERENCE', T, '/registers', { 'no-register': [] }, '/registers/no-register'],
  ['DANGLING_REFERENCE', R, '/key', 'no_field'],
  ['DANGLING_REFERENCE', R, '/statusField', 'no_field'],
  ['DANGLING_REFERENCE', R, '/editable', { roles: ['nobody'] }, '/editable/roles/0'],
  ['DANGLING_REFERENCE', R, '/fields/2/group', 'no-group'],
  ['DANGLING_REFERENCE', R, '/fields/1/reference', { register: 'no-register' }, '/fields/1/reference/register'],
  ['FIELD_TYPE_WRONG', R, '/validUntilField', 'grade'],
  ['FIELD_TYPE_WRONG', R, '/statusField', 'name'],
  ['FIELD_TYPE_WRONG', R, '/fields/1/reference', { register: 'grants' }],
  ['FIELD_TYPE_WRONG', R, '/fields/2/format', 'credit-code'],
  ['FIELD_TYPE_WRONG', R, '/fields/2/holds', 'case'],
  ['FIELD_TYPE_WRONG', R, '/fields/2/values', [{ value: 'a', label }]],
  ['FIELD_INCOMPLETE', R, '/statusField', 'code'],
  ['FIELD_INCOMPLETE', R, '/subject', 'name'],
  ['MISSING_KEY', R, '/import', true, '/editable'],
  ['DANGLING_REFERENCE', T, '/script/0/by', 'no-person'],
  ['DANGLING_REFERENCE', T, '/script/0/step', 'nowhere'],
  ['DANGLING_REFERENCE', T, '/script/0/action', 'DANCE'],
  ['DANGLING_REFERENCE', T, '/script/0/letter', 'no-letter'],
  ['DANGLING_REFERENCE', T, '/script/0/clock', 'no-clock'],
  ['DANGLING_REFERENCE', T, '/script/0/procedure', 'no-procedure'],
  ['DANGLING_REFERENCE', T, '/script/0/expect/position/0', 'nowhere'],
  ['DANGLING_REFERENCE', T, '/script/0/expect/clocks/no-clock', '2026-01-12'],
  ['DANGLING_REFERENCE', T, '/script/0/expect/tasks', ['clerk@nowhere'], '/script/0/expect/tasks/0'],
  ['DANGLING_REFERENCE', T, '/script/0/expect/tasks', ['nobody@review'], '/script/0/expect/tasks/0'],
  ['DANGLING_REFERENCE', T, '/script/0/expect/letters', ['no-letter'], '/script/0/expect/letters/0'],
  ['BASIS_INCOMPLETE', W, '/clocks/0/basis', {}],
  ['BASIS_INCOMPLETE', W, '/params/0/basis', both],
  ['BASIS_INCOMPLETE', S, '/params/0/basis', both],
  ['TARGET_NOT_UNIQUE', W, '/steps/4/actions/0/paths', [{ to: 'done' }], '/steps/4/actions/0'],
  ['TARGET_NOT_UNIQUE', W, '/steps/1/actions/0/to', undefined, '/steps/1/actions/0'],
  ['LAST_PATH_GUARDED', W, '/steps/0/actions/0/paths/1/when', 'grade < 2'],
  ['PATH_UNREACHABLE', W, '/steps/0/actions/0/paths/0/when', undefined, '/steps/0/actions/0/paths/0'],
  ['DONE_OUTSIDE_BRANCH', W, '/steps/0/actions/0/paths/1/to', '$done'],
  ['TARGET_LEAVES_BRANCH', W, '/steps/1/actions/0/to', 'decide'],
  ['TARGET_LEAVES_BRANCH', W, '/steps/1/actions/0/to', 'compare'],
  ['TARGET_INSIDE_BLOCK', W, '/steps/0/actions/0/paths/1/to', 'visit'],
  ['TARGET_INSIDE_BLOCK', W, '/entries/1/to', 'visit'],
  ['BLOCK_MEMBER_SHARED', W, '/blocks/0/branches/1/members/-', 'visit', '/blocks/0/branches/1/members/1'],
  ['BLOCK_ENTRY_NOT_MEMBER', W, '/blocks/0/branches/0/entry', 'compare'],
  ['BLOCK_CYCLE', W, '/blocks/0/branches/0/members/-', 'checks', '/blocks/0/branches'],
  ['TASK_WITHOUT_ASSIGNEE', W, '/steps/0/assignee', undefined, '/steps/0'],
  ['STEP_WITHOUT_ACTIONS', W, '/steps/1/actions', [], '/steps/1'],
  ['END_STEP_WRONG', W, '/steps/5/ending', undefined, '/steps/5'],
  ['END_STEP_WRONG', W, '/steps/5/clocks', ['review-limit'], '/steps/5'],
  ['ENDING_UNEXPECTED', W, '/steps/0/ending', 'completed'],
  ['OBJECT_WITHOUT_ENTRY', W, '/steps/3/actions/1/entry', undefined, '/steps/3/actions/1'],
  ['REPLACES_WRONG', W, '/steps/4/actions/0/replaces', true, '/steps/4/actions/0'],
  ['PERIOD_ENDED_WRONG', W, '/steps/3/actions/0/by', 'assignee', '/steps/3/actions/0'],
  ['PERIOD_ENDED_WRONG', W, '/clocks/1/onDue', 'breach', '/steps/3/actions/0'],
  ['CLOCK_WITHOUT_ACTION', W, '/steps/0/clocks/-', 'publicity', '/steps/0/clocks/1'],
  ['CLOCK_LENGTH', W, '/clocks/0/param', undefined, '/clocks/0'],
  ['CLOCK_LENGTH', W, '/clocks/0/until', 'publicity', '/clocks/0'],
  ['CLOCK_CYCLE', W, '/clocks/0/until', 'review-limit'],
  ['PARAM_TYPE', W, '/params/0/value', 'eight'],
  ['PARAM_TYPE', S, '/params/0/value', true],
  ['PARAM_RANGE', W, '/params/0/value', 31],
  ['PARAM_RANGE', S, '/params/0/value', 0],
  ['FACT_SOURCE_INCOMPLETE', W, '/facts/2/from/key', undefined, '/facts/2/from/key'],
  ['FACT_SOURCE_INCOMPLETE', W, '/facts/0/from', { kind: 'derived' }, '/facts/0/from/expression'],
  ['VOTE_RATIO', W, '/steps/4/vote/ratio', undefined, '/steps/4/vote/ratio'],
  ['VOTE_RATIO', W, '/steps/4/vote/ratio', '3/2'],
  ['VOTE_RATIO', W, '/procedures/0/decide/ratio', '1/2'],
  ['TABLE_EMPTY', D, '/tables/0/rules', []],
  ['AGGREGATOR_WRONG', D, '/tables/0/aggregator', 'SUM'],
  ['COLUMN_WITHOUT_FACT', D, '/tables/0/inputs/0/id', 'no_fact'],
  ['RULE_OUTPUT_MISSING', D, '/tables/0/rules/0/then', {}],
  ['RULE_OUTPUT_WRONG', D, '/tables/0/rules/0/then/rate', 'much'],
  ['RULE_OUTPUT_WRONG', D, '/tables/0/rules/0/then/rate', true],
  ['DANGLING_REFERENCE', S, '/summary/en', 'Paid {figure:severe.nothing} a month', '/summary/en'],
  ['CELL_RANGE', D, '/tables/0/outputs/0/maximum', '100', '/tables/0/rules/0/then/rate'],
  ['FIGURE_NOT_IN_CLAUSE', D, '/tables/0/rules/0/then/rate', '20.00'],
  ['FIGURE_NOT_IN_CLAUSE', W, '/params/1/value', 8],
  ['FIGURE_NOT_IN_CLAUSE', 'remedies.json', '/remedies/0/amount', 61],
  ['LEGAL_DATE_FACT', W, '/facts/0/type', 'text', '/legalDate'],
  ['DECISION_WITHOUT_ITEMS', D, '/per', 'case', '/aggregate'],
  [
    'FACT_OF_DECISION_PER_ITEM',
    W,
    '/facts/2/from',
    { kind: 'decision', decision: 'care-allowance', output: 'rate' },
    '/facts/2/from/decision',
  ],
  ['DANGLING_REFERENCE', W, '/facts/2/from', { kind: 'decision', decision: 'care-allowance', output: 'x' }, '/facts/2/from/output'],
  ['DANGLING_REFERENCE', W, '/facts/2/from', { kind: 'decision', decision: 'nothing', output: 'x' }, '/facts/2/from/decision'],
  ['FACT_SOURCE_INCOMPLETE', W, '/facts/2/from', { kind: 'decision', output: 'x' }, '/facts/2/from/decision'],
  ['DECISION_WITHOUT_ITEMS', D, '/workflow', undefined, '/per'],
  ['DECISION_FACTS', D, '/workflow', undefined, ''],
  ['DANGLING_REFERENCE', W, '/facts/2/from/match', { no_field: { value: 'x' } }, '/facts/2/from/match/no_field'],
  ['DANGLING_REFERENCE', W, '/facts/2/from/match', { grade: 'no_fact' }, '/facts/2/from/match/grade'],
  ['DECISION_FACTS', D, '/facts', [{ id: 'share', label, type: 'decimal' }], ''],
  ['EXAMPLE_EMPTY', D, '/examples', [{ id: 'one', facts: { level: 'severe' }, expect: {} }], '/examples/0/expect'],
  ['DANGLING_REFERENCE', D, '/examples', [{ id: 'one', facts: {}, expect: { rules: ['no-row'] } }], '/examples/0/expect/rules/0'],
  ['OUT_OF_RANGE', D, '/tables/0/rules/0/manual', { reason: label, minimum: '2', maximum: '1.5' }, '/tables/0/rules/0/manual/minimum'],
  ['DECISION_WITHOUT_ITEMS', W, '/items', undefined, '/per'],
  ['PLACEHOLDER_UNKNOWN', L, '/body/0/text/zh-CN', '{whatever}'],
  ['PLACEHOLDER_UNKNOWN', L, '/body/0/text/zh-CN', '{param:days}'],
  ['DANGLING_REFERENCE', L, '/body/0/text/zh-CN', '{party:nobody}'],
  ['DANGLING_REFERENCE', L, '/body/0/text/zh-CN', '{result:no_output}'],
  ['DANGLING_REFERENCE', L, '/body/-', { kind: 'facts', facts: ['no_fact'] }, '/body/1/facts/0'],
  ['PLACEHOLDER_UNKNOWN', O, '/sequences/0/pattern', '{year}-{n:4}'],
  ['CALENDAR_DAY_WRONG', Y, '/makeUpDays/0', '2026-01-05'],
  ['CALENDAR_DAY_WRONG', Y, '/makeUpDays/-', '2026-01-04', '/makeUpDays/1'],
  ['CALENDAR_DAY_WRONG', Y, '/holidays/0/date', '2025-12-31'],
  ['FIELD_NOT_ON_PAGE', F, '/pages/0/fields/0', undefined, '/fields/0/id'],
  ['DUPLICATE_ID', F, '/computed', [{ id: 'month', label, type: 'boolean', expression: 'true' }], '/computed/0/id'],
  ['DANGLING_REFERENCE', F, '/computed', [{ id: 'x', label, type: 'money', decision: 'no-decision' }], '/computed/0/decision'],
  [
    'DANGLING_REFERENCE',
    F,
    '/computed',
    [{ id: 'x', label, type: 'money', decision: 'care-allowance', output: 'y' }],
    '/computed/0/output',
  ],
  ['DANGLING_REFERENCE', F, '/computed', [{ id: 'x', label, type: 'boolean', expression: 'true', on: 'no_field' }], '/computed/0/on'],
  ['DANGLING_REFERENCE', F, '/pages/0/shows', ['nothing'], '/pages/0/shows/0'],
  ['COMPUTED_SOURCE', F, '/computed', [{ id: 'x', label, type: 'boolean' }], '/computed/0'],
  ['COMPUTED_DECISION_PER_ITEM', F, '/computed', [{ id: 'x', label, type: 'money', decision: 'care-allowance' }], '/computed/0/decision'],
  ['FIELD_INCOMPLETE', F, '/fields/2/columns', undefined],
  ['FIELD_INCOMPLETE', F, '/fields/0/widget', 'radio', '/fields/0/values'],
  ['FIELD_INCOMPLETE', F, '/fields/2/columns/2/values', undefined],
];

/** Issues that arise in the file of another document than the one that was changed. */
const elsewhere: Readonly<Record<string, string>> = { '/legalDate': D, '/per': D, '/form': S };

describe('a pack broken in one place', () => {
  test.each(rows)('tells %s in %s where %s is wrong', (...row) => {
    const [code, file, set, value, at = set, ...also] = row as unknown as Row;
    const documents = minimalDocuments();
    for (const [other, place, change] of also) setAt(documents[other], place, change);
    setAt(documents[file], set, value);
    const { pack, issues } = parsePack(minimalPackFiles(documents));
    const told = issues.map((issue) => `${issue.code} ${issue.file} ${issue.path}`);
    expect(told).toContain(`${code} ${(file !== D && elsewhere[at]) || file} ${at}`);
    expect(pack).toBeUndefined();
    for (const { message } of issues) expect(`${message['zh-CN']}${message.en}`).not.toMatch(/\{(?!n:4|yyyy|year|whatever)\w+\}/);
  });

  const files = minimalPackFiles();
  const text = files[W] ?? '';
  const texts: readonly (readonly [code: string, file: string, source: string | undefined, at: string])[] = [
    ['JSON_MALFORMED', W, text.slice(0, -1), ''],
    ['JSON_MALFORMED', 'forms/roster/fixtures/valid/one.json', '{ month: 1 }', ''],
    ['JSON_DUPLICATE_KEY', W, text.replace('"id": "review",', '"id": "review", "id": "revue",'), '/steps/0/id'],
    ['JSON_FORBIDDEN_KEY', W, text.replace('"version"', '"__proto__": {}, "version"'), '/__proto__'],
    ['JSON_FORBIDDEN_KEY', F, (files[F] ?? '').replace('"properties"', '"constructor": {}, "properties"'), '/schema/constructor'],
    ['JSON_TOO_DEEP', 'overlay.json', '['.repeat(100_000), '/0'.repeat(61)],
    ['FILE_TOO_LARGE', 'overlay.json', ' '.repeat(2_000_001), ''],
    ['PACK_MANIFEST_MISSING', 'pack.json', undefined, ''],
    ['ORGANISATION_MISSING', O, undefined, ''],
    ['OVERLAY_UNEXPECTED', 'overlay.json', '{"operations":[]}', ''],
    ['UNKNOWN_FILE', 'service/x.json', '{}', ''],
    ['UNKNOWN_FILE', 'allowance/decision/x.json', '{}', ''],
    ['DUPLICATE_ID', 'services/again.json', files[S], '/id'],
    ['DANGLING_REFERENCE', 'forms/other/fixtures/valid/x.json', '{}', ''],
  ];
  test.each(texts)('tells %s in %s', (code, file, source, at) => {
    const changed = { ...files };
    if (source === undefined) delete changed[file];
    else changed[file] = source;
    const { pack, issues } = parsePack(changed);
    // Of two documents with one id the later path is told.
    const place = code === 'DUPLICATE_ID' && file.startsWith('services/') ? S : file;
    expect(issues.map((issue) => `${issue.code} ${issue.file} ${issue.path}`)).toContain(`${code} ${place} ${at}`);
    expect(pack).toBeUndefined();
  });

  test('tells every code of the catalogue in one of these ways', () => {
    const covered = new Set([...rows.map(([code]) => code), ...texts.map(([code]) => code)]);
    const others = ['PACK_TOO_MANY_FILES', 'PACK_TOO_LARGE', 'EXTENDS_MISMATCH', 'CHAIN_ORDER', 'DECISION_OF_OTHER_WORKFLOW'];
    others.push('OVERLAY_STALE', 'TEXT_NAMES_OLD_FIGURE');
    expect(Object.keys(packIssueCatalogue).filter((code) => !covered.has(code) && !others.includes(code))).toEqual([]);
  });
});

test('all problems of a pack are told at once, in files and places', () => {
  const documents = minimalDocuments();
  setAt(documents[W], '/steps/0/kind', 'jump');
  setAt(documents[S], '/clauses/0', 'no-clause');
  setAt(documents[Y], '/makeUpDays/0', '2026-02-31');
  const { issues } = parsePack({ ...minimalPackFiles(documents), 'letters/x.json': '{' });
  expect(issues.map(({ code, file }) => `${code} ${file}`)).toEqual([
    `WRONG_VALUE ${W}`,
    `WRONG_DATE ${Y}`,
    'JSON_MALFORMED letters/x.json',
    `DANGLING_REFERENCE ${S}`,
  ]);
});

test('a person of a scenario may hold two roles', () => {
  const documents = minimalDocuments();
  setAt(documents[T], '/people/-', { id: 'chen', role: 'officer' });
  expect(parsePack(minimalPackFiles(documents)).issues).toEqual([]);
});

test('a document that cannot be read leaves no dangling references behind', () => {
  const { issues } = parsePack({ ...minimalPackFiles(), [O]: '{', [C]: '{', [F]: '{', 'remedies.json': '{' });
  expect(issues.map(({ code }) => code)).toEqual(['JSON_MALFORMED', 'JSON_MALFORMED', 'JSON_MALFORMED', 'JSON_MALFORMED']);
});

test('too many or too long files are refused before they are read', () => {
  const files = minimalPackFiles();
  expect(parsePack(files, { maxFiles: 3 }).issues.map(({ code }) => code)).toEqual(['PACK_TOO_MANY_FILES']);
  expect(parsePack(files, { maxLength: 100 }).issues.map(({ code }) => code)).toEqual(['PACK_TOO_LARGE']);
});

test('a decision of another workflow is refused for a service', () => {
  const documents = minimalDocuments();
  documents['other/workflow.json'] = JSON.parse(JSON.stringify({ ...documents[W], id: 'other' })) as Record<string, unknown>;
  setAt(documents[S], '/workflow', 'other');
  expect(parsePack(minimalPackFiles(documents)).issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'DECISION_OF_OTHER_WORKFLOW /decision',
  ]);
});

test('an overlay is checked together with its base', () => {
  const base = parsePack(minimalPackFiles()).pack;
  const overlay = parsePack(minimalOverlayFiles({ [S]: { ...minimalDocuments()[S], workflow: 'nowhere' } })).pack;
  const { composed, issues } = composePacks(base && overlay ? [base, overlay] : []);
  expect(composed).toBeUndefined();
  expect(issues.map(({ code, path, file }) => `${code} ${file} ${path}`)).toContain(`DANGLING_REFERENCE ${S} /workflow`);
});
