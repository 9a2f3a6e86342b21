import { expect, test } from 'vitest';
import { packFolders, packPath } from './pack-path.js';

test.each([
  ['pack.json', 'pack'],
  ['organisation.json', 'organisation'],
  ['remedies.json', 'remedies'],
  ['overlay.json', 'overlay'],
  ['services/a.json', 'service'],
  ['letters/a.json', 'letter'],
  ['clauses/a.json', 'clauses'],
  ['calendars/2026.json', 'calendar'],
  ['registers/a.json', 'register'],
  ['some-flow/workflow.json', 'workflow'],
  ['some-flow/decisions/a.json', 'decision'],
  ['some-flow/scenarios/a.json', 'scenario'],
  ['forms/a/form.json', 'form'],
])('%s holds the document kind %s', (path, kind) => {
  expect(packPath(path)).toMatchObject({ kind: 'document', document: kind });
});

test('fixtures belong to their form', () => {
  expect(packPath('forms/a/fixtures/invalid/b.json')).toEqual({ kind: 'fixture', form: 'a', valid: false, name: 'b' });
});

test.each(['README.md', 'services/README.md', '.git/config', 'a/.DS_Store', 'LICENSE', 'docs.md'])('%s is ignored', (path) => {
  expect(packPath(path)).toEqual({ kind: 'ignored' });
});

test.each([
  'x.json',
  'services/a/b.json',
  'plans/a.json',
  'flow/invariants.json',
  'forms/a.json',
  'forms/a/fixtures/x.json',
  'constructor',
  'a.txt',
])('%s is unknown', (path) => {
  expect(packPath(path)).toEqual({ kind: 'unknown' });
});

test('a loader reads the folder of the pack and that of its forms, wherever it lies', () => {
  expect(packFolders('{"forms":"../forms"}')).toEqual([
    { folder: '', prefix: '', skip: [] },
    { folder: '../forms', prefix: 'forms/', skip: [] },
  ]);
  const inside = [
    { folder: '', prefix: '', skip: ['forms'] },
    { folder: 'forms', prefix: 'forms/', skip: [] },
  ];
  expect(packFolders('{"forms":"forms"}')).toEqual(inside);
  expect(packFolders('{')).toEqual(inside);
  expect(packFolders('{"forms":"../../etc"}')).toEqual(inside);
});
