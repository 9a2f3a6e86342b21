import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differencePacks } from './difference-packs.js';
import type { Pack } from './documents.js';
import { canonicalJson } from './hash.js';
import { nodeDifferences } from './node-differences.js';
import { parsePack } from './parse-pack.js';
import { minimalDocuments, minimalPackFiles } from './testing/minimal-pack.js';
import { setAt } from './testing/set-at.js';

function read(change: (documents: Record<string, Record<string, unknown>>) => void = () => undefined): Pack {
  const documents = minimalDocuments();
  change(documents);
  const { pack, issues } = parsePack(minimalPackFiles(documents));
  if (!pack) throw new Error(JSON.stringify(issues));
  return pack;
}

test('a pack does not differ from itself', () => {
  expect(differencePacks(read(), read())).toEqual([]);
});

test('a changed figure is told by the ids that lead to it', () => {
  const after = read((documents) => {
    setAt(documents['allowance/workflow.json'], '/params/0/value', 12);
    setAt(documents['allowance/decisions/care-allowance.json'], '/tables/0/rules/0/then/rate', '200.0');
  });
  expect(differencePacks(read(), after)).toEqual([
    {
      document: 'decision:care-allowance',
      kind: 'changed',
      path: '/tables/base/rules/severe/then/rate',
      text: {
        'zh-CN': '决策“护理津贴” › 标准 › severe › 结果 › 标准：由 200.00 改为 200.0。',
        en: 'decision “Care allowance” › Rates › severe › result › Rate: from 200.00 to 200.0.',
      },
    },
    {
      document: 'workflow:allowance',
      kind: 'changed',
      path: '/params/review_days/value',
      text: {
        'zh-CN': '流程“津贴审批” › 审核期限 › 数值：由 8 改为 12。',
        en: 'workflow “Allowance approval” › Days of review › value: from 8 to 12.',
      },
    },
  ]);
});

test('a step put before others is one addition, not a change of every step after it', () => {
  const after = read((documents) => {
    const steps = documents['allowance/workflow.json']?.['steps'] as unknown[];
    steps.unshift({ id: 'refused', label: { 'zh-CN': '不予受理', en: 'Refused' }, kind: 'end', ending: 'not-accepted' });
  });
  expect(differencePacks(read(), after).map(({ kind, path }) => `${kind} ${path}`)).toEqual(['added /steps/refused']);
});

test('documents added and removed are told whole', () => {
  const after = read((documents) => delete documents['allowance/scenarios/granted.json']);
  expect(differencePacks(read(), after).map(({ text }) => text['zh-CN'])).toEqual(['删除测试场景“同意”。']);
  expect(differencePacks(after, read()).map(({ text }) => text.en)).toEqual(['The scenario “Granted” was added.']);
});

test('two values differ exactly when a difference is told', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(nodeDifferences(a, b).length === 0).toBe(canonicalJson(a) === canonicalJson(b));
    }),
  );
});

test('a new order of named nodes is told as one change', () => {
  const nodes = [{ id: 'a' }, { id: 'b' }];
  expect(nodeDifferences(nodes, nodes.toReversed(), '/x')).toEqual([
    { kind: 'changed', path: '/x', before: ['a', 'b'], after: ['b', 'a'] },
  ]);
});
