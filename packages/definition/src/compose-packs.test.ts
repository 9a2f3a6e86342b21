import { expect, test } from 'vitest';
import { composePacks } from './compose-packs.js';
import type { Pack } from './documents.js';
import { hashDocument } from './hash.js';
import { parsePack } from './parse-pack.js';
import { minimalDocuments, minimalOverlayFiles, minimalPackFiles } from './testing/minimal-pack.js';

const citySet = { source: 'city-set' };

function read(files: Record<string, string>): Pack {
  const { pack, issues } = parsePack(files);
  if (!pack) throw new Error(JSON.stringify(issues));
  return pack;
}

const base = read(minimalPackFiles());
const overlay = read(minimalOverlayFiles());
const setParam = (more: Record<string, unknown>) =>
  read(
    minimalOverlayFiles({
      'overlay.json': { operations: [{ op: 'set-param', workflow: 'allowance', param: 'review_days', value: 9, basis: citySet, ...more }] },
    }),
  );
const codes = (chain: readonly Pack[]) => composePacks(chain).issues.map(({ code, file, path }) => `${code} ${file} ${path}`);

test('an overlay replaces whole documents, sets parameters and inherits the rest', () => {
  const { composed, issues } = composePacks([base, overlay]);
  expect(issues).toEqual([]);
  expect(composed?.decisions.get('care-allowance')?.tables[0]?.rules[0]?.then).toEqual({ rate: '250.00' });
  const param = composed?.workflows.get('allowance')?.params?.find(({ id }) => id === 'review_days');
  expect(param).toMatchObject({ value: 10, basis: citySet });
  expect(composed?.services.get('care-allowance')).toBe(base.services.get('care-allowance'));
  expect(composed?.manifest.id).toBe('minimal-city');
  expect(composed?.chain.map(({ id, hash }) => [id, hash])).toEqual([
    ['minimal', base.hash],
    ['minimal-city', overlay.hash],
  ]);
  expect(base.workflows.get('allowance')?.params?.[0]?.value).toBe(8);
});

test('every change is told in plain words in both languages', () => {
  const { composed } = composePacks([base, overlay]);
  expect(composed?.changes).toEqual([
    {
      document: 'decision:care-allowance',
      path: '',
      layer: 1,
      text: { 'zh-CN': '以本地版本替换决策“护理津贴”。', en: 'Replaces the decision “Care allowance”.' },
    },
    {
      document: 'workflow:allowance',
      path: '/params/review_days',
      layer: 1,
      text: {
        'zh-CN': '津贴审批：“审核期限”由 8 改为 10（本地自定）。',
        en: 'Allowance approval: “Days of review” from 8 to 10 (set by the city).',
      },
    },
  ]);
});

test('the same chain gives the same hash, another value another one', () => {
  const hashOf = (chain: readonly Pack[]) => composePacks(chain).composed?.hash;
  expect(hashOf([base, overlay])).toBe(hashOf([read(minimalPackFiles()), read(minimalOverlayFiles())]));
  expect(hashOf([base, overlay])).not.toBe(hashOf([base, setParam({})]));
});

test('the hash of a workflow covers the parameters that are set', () => {
  const { composed } = composePacks([base, overlay]);
  expect(composed?.documentHashes.get('workflow:allowance')).toBe(hashDocument(composed?.workflows.get('allowance')));
  expect(composed?.documentHashes.get('workflow:allowance')).not.toBe(hashDocument(base.workflows.get('allowance')));
  expect(composed?.documentHashes.get('form:roster')).toBe(hashDocument(base.forms.get('roster')));
});

test('a base alone composes to itself', () => {
  const { composed } = composePacks([base]);
  expect(composed?.changes).toEqual([]);
  expect(composed?.workflows).toEqual(base.workflows);
  expect(composed?.hash).toBe(base.hash);
});

test('an operation on a parameter is checked for its target, type, range and basis', () => {
  expect(codes([base, setParam({ workflow: 'nothing' })])).toEqual(['DANGLING_REFERENCE overlay.json /operations/0/workflow']);
  expect(codes([base, setParam({ param: 'nothing' })])).toEqual(['DANGLING_REFERENCE overlay.json /operations/0/param']);
  expect(codes([base, setParam({ value: '9' })])).toEqual(['PARAM_TYPE overlay.json /operations/0/value']);
  expect(codes([base, setParam({ value: 31 })])).toEqual(['PARAM_RANGE overlay.json /operations/0/value']);
  expect(codes([base, setParam({ basis: {} })])).toEqual(['BASIS_INCOMPLETE overlay.json /operations/0/basis']);
  expect(codes([base, setParam({ basis: { clause: 'nothing' } })])).toEqual(['DANGLING_REFERENCE overlay.json /operations/0/basis/clause']);
  expect(codes([base, setParam({ basis: { clause: 'rule-2' } })])).toEqual(['FIGURE_NOT_IN_CLAUSE overlay.json /operations/0/value']);
  expect(codes([base, setParam({ value: 7, basis: { clause: 'rule-2' } })])).toEqual([]);
});

test('an overlay extends exactly the pack before it', () => {
  const extending = (parent: Record<string, unknown>) => {
    const manifest = JSON.parse(minimalOverlayFiles()['pack.json'] ?? '') as Record<string, unknown>;
    return read(minimalOverlayFiles({ 'pack.json': { ...manifest, extends: parent } }));
  };
  const mismatch = ['EXTENDS_MISMATCH pack.json /extends'];
  expect(codes([base, extending({ pack: 'other', version: '1.0.0' })])).toEqual(mismatch);
  expect(codes([base, extending({ pack: 'minimal', version: '1.0.1' })])).toEqual(mismatch);
  expect(codes([base, extending({ pack: 'minimal', version: '1.0.0', hash: '0'.repeat(64) })])).toEqual(mismatch);
  expect(codes([base, extending({ pack: 'minimal', version: '1.0.0', hash: base.hash })])).toEqual([]);
  expect(codes([base, overlay, overlay])).toEqual(mismatch);
});

test('a chain begins with a base, and only overlays follow', () => {
  for (const chain of [[], [overlay], [overlay, base], [base, base]]) expect(codes(chain)).toEqual(['CHAIN_ORDER pack.json ']);
});

test('a district lies over its city', () => {
  const manifest = {
    ...minimalDocuments()['pack.json'],
    id: 'minimal-district',
    kind: 'overlay',
    extends: { pack: 'minimal-city', version: '1.0.0' },
  };
  const district = read(
    minimalPackFiles({
      'pack.json': manifest,
      'overlay.json': { operations: [{ op: 'set-param', workflow: 'allowance', param: 'review_days', value: 3, basis: citySet }] },
    }),
  );
  const { composed, issues } = composePacks([base, overlay, district]);
  expect(issues).toEqual([]);
  expect(composed?.workflows.get('allowance')?.params?.[0]?.value).toBe(3);
  expect(composed?.changes.at(-1)?.text['zh-CN']).toContain('由 10 改为 3');
});

test('the fixtures of a form that an overlay replaces go with it', () => {
  const replaced = read(
    minimalOverlayFiles({ 'forms/roster/form.json': { ...minimalDocuments()['forms/roster/form.json'], version: '2.0.0' } }),
  );
  expect(composePacks([base, replaced]).composed?.fixtures.has('roster')).toBe(false);
  expect(composePacks([base, overlay]).composed?.fixtures.has('roster')).toBe(true);
});
