import { expect, test } from 'vitest';
import { changePack } from './change-pack.js';
import { composePacks } from './compose-packs.js';
import type { ComposedPack, Pack } from './documents.js';
import { ruleHash } from './overlay/set-cell.js';
import { paramHash } from './overlay/set-param.js';
import { parsePack } from './parse-pack.js';
import type { OverlayOperation, SetCell } from './schemas/overlay.js';
import { minimalDocuments, minimalOverlayFiles, minimalPackFiles } from './testing/minimal-pack.js';

function read(files: Record<string, string>): Pack {
  const { pack, issues } = parsePack(files);
  if (!pack) throw new Error(JSON.stringify(issues));
  return pack;
}

function composed(change: (documents: Record<string, Record<string, unknown>>) => void = () => undefined): ComposedPack {
  const documents = minimalDocuments();
  change(documents);
  const { composed: pack, issues } = composePacks([read(minimalPackFiles(documents))]);
  if (!pack) throw new Error(JSON.stringify(issues));
  return pack;
}

const base = composed();
const rowOf = (pack: ComposedPack) => pack.decisions.get('care-allowance')?.tables[0]?.rules[0] as never;
const days = (pack: ComposedPack) => pack.workflows.get('allowance')?.params?.[0] as never;
const setCell = (more: Partial<SetCell> = {}, pack = base): SetCell => ({
  op: 'set-cell',
  decision: 'care-allowance',
  table: 'base',
  rule: 'severe',
  part: 'then',
  column: 'rate',
  value: '210.00',
  expects: ruleHash(rowOf(pack)),
  basis: { source: 'city-set' },
  ...more,
});
const change = (...operations: OverlayOperation[]) => changePack(base, operations);
const codes = (...operations: OverlayOperation[]) => change(...operations).issues.map(({ code, path }) => `${code} ${path}`);

test('a figure of a table is set, and the row no longer rests on the quote of its clause', () => {
  const { composed: changed, issues } = change(setCell({ basis: { source: 'city-set', note: { 'zh-CN': '市长办公会', en: 'Council' } } }));
  expect(issues).toEqual([]);
  expect(rowOf(changed as ComposedPack)).toEqual({
    id: 'severe',
    when: { level: '"severe"' },
    then: { rate: '210.00' },
    clause: 'rule-1',
    source: 'city-set',
    note: { 'zh-CN': '市长办公会', en: 'Council' },
  });
  expect(rowOf(base)).toMatchObject({ then: { rate: '200.00' } });
});

test('a new clause is taken only when its quote holds the new figure', () => {
  expect(codes(setCell({ basis: { clause: 'rule-1' } }))).toEqual(['FIGURE_NOT_IN_CLAUSE /operations/0/value']);
  expect(codes(setCell({ value: '7', basis: { clause: 'rule-2' } }))).toEqual(['FIGURE_NOT_IN_CLAUSE /operations/0/value']);
  const amended = composed((documents) => {
    const rules = documents['clauses/rules.json'] as { clauses: object[] };
    rules.clauses.push({ id: 'rule-4', article: '四', quote: '自本月起，每人每月210元。' });
  });
  const { composed: changed } = changePack(amended, [setCell({ basis: { clause: 'rule-4' } })]);
  expect(rowOf(changed as ComposedPack)).toMatchObject({ then: { rate: '210.00' }, clause: 'rule-4' });
  expect(rowOf(changed as ComposedPack)).not.toHaveProperty('source');
});

test('what was changed is told in words, as a link of its own', () => {
  const { composed: changed } = change(setCell());
  expect(changed?.changes).toEqual([
    {
      document: 'decision:care-allowance',
      path: '/tables/base/rules/severe/then/rate',
      layer: 1,
      text: {
        'zh-CN': '护理津贴：“标准·severe·标准”由 200.00 改为 210.00（本地自定）。',
        en: 'Care allowance: “Rates, severe, Rate” from 200.00 to 210.00 (set by the city).',
      },
    },
  ]);
  expect(changed?.chain.map(({ id }) => id)).toEqual(['minimal', 'minimal']);
  expect(changed?.overlay?.operations).toHaveLength(1);
  expect(changed?.hash).not.toBe(base.hash);
  expect(change(setCell()).composed?.hash).toBe(changed?.hash);
});

test('an operation written against another state of its node is stale, and says what the node is now', () => {
  const [stale] = change(setCell({ expects: '0'.repeat(64) })).issues;
  expect(stale).toMatchObject({ code: 'OVERLAY_STALE', path: '/operations/0/expects' });
  expect(stale?.message['zh-CN']).toContain('“标准·severe·标准”已经变为 200.00');
  const param: OverlayOperation = {
    op: 'set-param',
    workflow: 'allowance',
    param: 'review_days',
    value: 6,
    basis: { source: 'city-set' },
  };
  expect(codes({ ...param, expects: '0'.repeat(64) })).toEqual(['OVERLAY_STALE /operations/0/expects']);
  expect(codes({ ...param, expects: paramHash(days(base)) })).toEqual([]);
});

test('two changes of one row may both be written against the row as it was', () => {
  const { composed: changed, issues } = change(setCell(), setCell({ part: 'when', column: 'level', value: '"severe", "mild"' }));
  expect(issues).toEqual([]);
  expect(rowOf(changed as ComposedPack)).toMatchObject({ when: { level: '"severe", "mild"' }, then: { rate: '210.00' } });
  const again = changePack(changed as ComposedPack, [setCell({ value: '220.00' })]);
  expect(again.issues.map(({ code }) => code)).toEqual(['OVERLAY_STALE']);
});

test('operations of several changes make one overlay that composes to the same documents', () => {
  const first = change(setCell()).composed as ComposedPack;
  const second = changePack(first, [setCell({ value: '220.00', expects: ruleHash(rowOf(first)) })]).composed as ComposedPack;
  const written = read({
    ...minimalOverlayFiles(),
    'allowance/decisions/care-allowance.json': JSON.stringify(minimalDocuments()['allowance/decisions/care-allowance.json']),
    'overlay.json': JSON.stringify(second.overlay),
  });
  const { composed: again, issues } = composePacks([read(minimalPackFiles()), written]);
  expect(issues).toEqual([]);
  expect(again?.documentHashes.get('decision:care-allowance')).toBe(second.documentHashes.get('decision:care-allowance'));
});

test('a parameter may be set for one service alone', () => {
  const service = { op: 'set-param', workflow: 'allowance', service: 'care-allowance', param: 'review_days' } as const;
  const expects = paramHash(days(base), base.services.get('care-allowance'));
  const { composed: changed, issues } = change({ ...service, value: 4, expects, basis: { source: 'city-set' } });
  expect(issues).toEqual([]);
  expect(changed?.services.get('care-allowance')?.params).toEqual([{ param: 'review_days', value: 4, basis: { source: 'city-set' } }]);
  expect(changed?.workflows.get('allowance')).toBe(base.workflows.get('allowance'));
  expect(changed?.changes[0]?.text['zh-CN']).toBe('护理津贴：“审核期限”由 5 改为 4（本地自定）。');
  expect(codes({ ...service, service: 'nothing', value: 4, basis: { source: 'city-set' } })).toEqual([
    'DANGLING_REFERENCE /operations/0/service',
  ]);
});

test('an operation on a cell is checked for its target and type', () => {
  expect(codes(setCell({ decision: 'nothing' }))).toEqual(['DANGLING_REFERENCE /operations/0/decision']);
  expect(codes(setCell({ table: 'nothing' }))).toEqual(['DANGLING_REFERENCE /operations/0/table']);
  expect(codes(setCell({ rule: 'nothing' }))).toEqual(['DANGLING_REFERENCE /operations/0/rule']);
  expect(codes(setCell({ column: 'nothing' }))).toEqual(['DANGLING_REFERENCE /operations/0/column']);
  expect(codes(setCell({ value: 'a lot' }))).toEqual(['RULE_OUTPUT_WRONG /operations/0/value']);
  expect(codes(setCell({ value: true }))).toEqual(['RULE_OUTPUT_WRONG /operations/0/value']);
});

test('the range of an amount that a person decides is set like a cell', () => {
  const award = composed((documents) => {
    const decision = documents['allowance/decisions/care-allowance.json'] as { tables: { rules: object[] }[] };
    const manual = { reason: { 'zh-CN': '由人认定', en: 'A person decides' }, minimum: '200', maximum: '200' };
    decision.tables[0]?.rules.push({ id: 'award', when: { level: '"award"' }, then: {}, manual, clause: 'rule-1' });
  });
  const row = (pack: ComposedPack) => pack.decisions.get('care-allowance')?.tables[0]?.rules[1];
  const operation = {
    ...setCell({ rule: 'award', part: 'manual', column: 'maximum', value: '900' }),
    expects: ruleHash(row(award) as never),
  };
  const { composed: changed, issues } = changePack(award, [operation]);
  expect(issues).toEqual([]);
  expect(row(changed as ComposedPack)).toMatchObject({ manual: { minimum: '200', maximum: '900' }, source: 'city-set' });
  expect(changePack(award, [{ ...operation, value: 'much' }]).issues.map(({ code }) => code)).toEqual(['RULE_OUTPUT_WRONG']);
  expect(changePack(award, [{ ...operation, column: 'amount' }]).issues.map(({ code }) => code)).toEqual(['DANGLING_REFERENCE']);
});

test('a figure stays within the range of its column', () => {
  const ranged = composed((documents) => {
    const decision = documents['allowance/decisions/care-allowance.json'] as { tables: { outputs: object[] }[] };
    Object.assign(decision.tables[0]?.outputs[0] ?? {}, { minimum: '0', maximum: '500' });
  });
  const outside = (value: string) => changePack(ranged, [setCell({ value }, ranged)]).issues.map(({ code }) => code);
  expect(outside('-1')).toEqual(['CELL_RANGE']);
  expect(outside('500.01')).toEqual(['CELL_RANGE']);
  expect(outside('500.00')).toEqual([]);
});

test('a description that still names the old figure is warned of', () => {
  const told = composed((documents) => {
    Object.assign(documents['services/care-allowance.json'] ?? {}, { benefit: { 'zh-CN': '每月200元。', en: '200 a month.' } });
  });
  const { composed: changed, issues } = changePack(told, [setCell({}, told)]);
  expect(changed).toBeDefined();
  expect(issues.map(({ code, severity, file }) => `${code} ${severity} ${file}`)).toEqual([
    'TEXT_NAMES_OLD_FIGURE warning services/care-allowance.json',
  ]);
});
