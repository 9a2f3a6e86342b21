import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentKinds } from './document-kind.js';
import { parseDocument } from './parse-document.js';
import { parsePack } from './parse-pack.js';
import { minimalDocuments, minimalPackFiles } from './testing/minimal-pack.js';

const files = minimalPackFiles();

test('a sound pack is read with its documents by id and without issues', () => {
  const { pack, issues } = parsePack(files);
  expect(issues).toEqual([]);
  expect([...(pack?.workflows.keys() ?? [])]).toEqual(['allowance']);
  expect([...(pack?.calendars.keys() ?? [])]).toEqual([2026]);
  expect([...(pack?.remedies.keys() ?? [])]).toEqual(['review']);
  expect([...(pack?.fixtures.get('roster')?.invalid.keys() ?? [])]).toEqual(['no-month']);
  expect(pack?.files.get('workflow:allowance')).toBe('allowance/workflow.json');
  expect(pack?.files.get('decision:care-allowance')).toBe('allowance/decisions/care-allowance.json');
  expect(pack?.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('the hash of a pack depends on its content alone: not on the order of files, nor on white space, nor on files beside it', () => {
  const { pack } = parsePack(files);
  const reversed = new Map(
    Object.entries(files)
      .reverse()
      .map(([path, source]) => [path, JSON.stringify(JSON.parse(source))]),
  );
  expect(parsePack(reversed.set('README.md', 'words').set('.hidden/x.json', '{')).pack?.hash).toBe(pack?.hash);
  const documents = minimalDocuments();
  Object.assign(documents['forms/roster/fixtures/valid/one.json'] ?? {}, { month: '2025-11' });
  expect(parsePack(minimalPackFiles(documents)).pack?.hash).not.toBe(pack?.hash);
});

test('documents of a pack cannot be changed', () => {
  const step = parsePack(files).pack?.workflows.get('allowance')?.steps[0];
  expect(() => Object.assign(step ?? {}, { kind: 'end' })).toThrow(TypeError);
});

test('an unknown file that is no JSON is a warning, and the pack is read', () => {
  const { pack, issues } = parsePack({ ...files, 'notes.txt': 'words' });
  expect(issues.map(({ code, severity, file }) => `${code} ${severity} ${file}`)).toEqual(['UNKNOWN_FILE warning notes.txt']);
  expect(pack).toBeDefined();
});

test('arbitrary text in place of any file gives issues, never an exception', () => {
  const paths = fc.oneof(fc.constantFrom(...Object.keys(files)), fc.string());
  const sources = fc.oneof(fc.string(), fc.json(), fc.constantFrom('null', '[]', '{}', '"x"', '[[[[', '{"id":null}'));
  fc.assert(
    fc.property(paths, sources, (path, source) => {
      const { pack, issues } = parsePack(new Map([...Object.entries(files), [path, source]]));
      expect(pack === undefined).toBe(issues.some(({ severity }) => severity === 'error'));
    }),
    { numRuns: 300 },
  );
});

test('a document with any of its values replaced gives issues or a pack, never an exception', () => {
  const places = Object.entries(minimalDocuments()).flatMap(([file, document]) => pointersOf(document).map((keys) => ({ file, keys })));
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom('$done', 'review', 'allowance', 'checks', [], {}, -1));
  fc.assert(
    fc.property(fc.constantFrom(...places), value, ({ file, keys }, put) => {
      const documents = minimalDocuments();
      let place = documents[file] as Record<string, unknown>;
      for (const key of keys.slice(0, -1)) place = place[key] as Record<string, unknown>;
      place[keys.at(-1) ?? ''] = put;
      const { pack, issues } = parsePack(minimalPackFiles(documents));
      expect(pack === undefined).toBe(issues.some(({ severity }) => severity === 'error'));
    }),
    { numRuns: 500 },
  );
});

test('any JSON value is refused or accepted as a document of any kind, never an exception', () => {
  fc.assert(
    fc.property(fc.constantFrom(...documentKinds), fc.oneof(fc.anything(), fc.jsonValue()), (kind, value) => {
      const { document, issues } = parseDocument(kind, value, 'x.json');
      expect(document === undefined).toBe(issues.length > 0);
    }),
  );
});

test('a document is read from text and from a value alike', () => {
  for (const source of ['{"operations":[]}', { operations: [] }])
    expect(parseDocument('overlay', source).document).toEqual({ operations: [] });
});

function pointersOf(value: unknown, keys: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [[...keys, key], ...pointersOf(child, [...keys, key])]);
}
