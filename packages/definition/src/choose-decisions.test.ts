import { expect, test } from 'vitest';
import { changePack } from './change-pack.js';
import { composePacks } from './compose-packs.js';
import { paramHash } from './overlay/set-param.js';
import { parsePack } from './parse-pack.js';
import { minimalDocuments, minimalPackFiles } from './testing/minimal-pack.js';

type Documents = Record<string, Record<string, unknown>>;

/** The minimal pack with a second decision, and a parameter `scale` that chooses between the two. */
function withScale(change: (documents: Documents) => void = () => undefined) {
  const documents = minimalDocuments() as Documents;
  const workflow = Object.values(documents).find(({ id, steps }) => id === 'allowance' && steps !== undefined);
  const service = Object.values(documents).find(({ id, applicants }) => id === 'care-allowance' && applicants !== undefined);
  const [path, decision] = Object.entries(documents).find(([, { tables }]) => tables !== undefined) ?? [];
  if (!workflow || !service || path === undefined) throw new Error('the minimal pack is another');
  const label = { 'zh-CN': '标准', en: 'Scale' };
  (workflow.params as object[]).push({
    id: 'scale',
    label,
    type: 'code',
    value: 'new',
    values: ['new', 'old'].map((value) => ({ value, label })),
    basis: { source: 'city-set' },
  });
  documents[path.replace('care-allowance', 'old-allowance')] = { ...decision, id: 'old-allowance' };
  delete service.decision;
  service.decisionBy = { param: 'scale', decisions: { new: 'care-allowance', old: 'old-allowance' } };
  change(documents);
  return parsePack(minimalPackFiles(documents));
}

test('a parameter chooses the decision of a service, and a city that sets it gets the other', () => {
  const { pack, issues } = withScale();
  expect(issues).toEqual([]);
  const { composed } = composePacks(pack ? [pack] : []);
  if (!composed) throw new Error('not composed');
  expect(composed.services.get('care-allowance')?.decision).toBe('care-allowance');
  const param = composed.workflows.get('allowance')?.params?.find(({ id }) => id === 'scale');
  const { composed: other } = changePack(composed, [
    {
      op: 'set-param',
      workflow: 'allowance',
      param: 'scale',
      value: 'old',
      expects: paramHash(param as never),
      basis: { source: 'city-set' },
    },
  ]);
  expect(other?.services.get('care-allowance')?.decision).toBe('old-allowance');
});

test('every value of the parameter leads to a decision', () => {
  const { issues } = withScale((documents) => {
    const service = Object.values(documents).find(({ decisionBy }) => decisionBy !== undefined);
    if (service) service.decisionBy = { param: 'scale', decisions: { new: 'care-allowance' } };
  });
  expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(['DANGLING_REFERENCE /decisionBy/decisions/old']);
});
