import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forbiddenKeys, readJson } from './json-text.js';

const holdsForbidden = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).some(([key, child]) => forbiddenKeys.has(key) || holdsForbidden(child));

test('JSON text is read to the value that JSON.parse gives', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(0, 2), (source, indent) => {
      const value = JSON.parse(source) as unknown;
      fc.pre(!holdsForbidden(value));
      const read = readJson(JSON.stringify(value, null, indent));
      expect(read.problems).toEqual([]);
      expect(read.value).toEqual(value);
    }),
  );
});

test('text that JSON.parse refuses is a problem, and no other text is', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    '1',
    '-',
    '01',
    '1.',
    'true',
    'nul',
    ' ',
    '\n',
    '\\',
    '\u0000',
    '"\n"',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const source = parts.join('');
      let valid = true;
      try {
        JSON.parse(source);
      } catch {
        valid = false;
      }
      expect(readJson(source).problems.every(({ code }) => code === 'JSON_DUPLICATE_KEY')).toBe(valid);
    }),
    { numRuns: 3000 },
  );
});

test('a fault is placed by line and column', () => {
  const { problems } = readJson('{\n  "a": 1,\n  "b": tru\n}');
  expect(problems).toEqual([{ code: 'JSON_MALFORMED', path: '/b', params: { line: 3, column: 8, reason: 'a value is expected' } }]);
});

test('duplicate keys are told wherever they stand, written with escapes or not', () => {
  const { problems } = readJson('{"list":[{"a/b":1,"a\\u002fb":2}],"list":0}');
  expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual(['JSON_DUPLICATE_KEY /list/0/a~1b', 'JSON_DUPLICATE_KEY /list']);
});

test('keys that reach a prototype never get into a value', () => {
  const { value, problems } = readJson('{"__proto__":{"polluted":1},"a":{"prototype":1}}');
  expect(problems.map(({ path }) => path)).toEqual(['/__proto__', '/a/prototype']);
  expect(value).toEqual({ a: {} });
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test('nesting beyond the limit is refused without exhausting the stack', () => {
  expect(readJson('['.repeat(1_000_000)).problems.map(({ code }) => code)).toEqual(['JSON_TOO_DEEP']);
  expect(readJson(`${'['.repeat(61)}${']'.repeat(61)}`).problems.map(({ code }) => code)).toEqual([]);
  expect(readJson(`${'['.repeat(62)}${']'.repeat(62)}`).problems.map(({ code }) => code)).toEqual(['JSON_TOO_DEEP']);
});

test('a file of nothing but duplicate keys is answered quickly and with a bounded list', () => {
  const started = performance.now();
  const { problems } = readJson(`{${'"a":1,'.repeat(200_000)}"a":1}`);
  expect(problems).toHaveLength(100);
  expect(performance.now() - started).toBeLessThan(3000);
});
