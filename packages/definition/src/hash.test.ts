import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, hashDocument, sha256Hex } from './hash.js';

test('canonical JSON follows the example of RFC 8785, section 3.2.2', () => {
  const source =
    '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}';
  expect(canonicalJson(JSON.parse(source))).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('keys are ordered by UTF-16 code units as in RFC 8785, section 3.2.3', () => {
  const source = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  };
  const values = Object.values(JSON.parse(canonicalJson(source).replace('"1":', '"one":')) as Record<string, string>);
  expect(values.map((value) => value.split(' ')[0])).toEqual(['Carriage', 'One', 'Control', 'Latin', 'Euro', 'Emoji:', 'Hebrew']);
});

test.each([
  [0, '0'],
  [-0, '0'],
  [5e-324, '5e-324'],
  [1.7976931348623157e308, '1.7976931348623157e+308'],
  [9007199254740992, '9007199254740992'],
  [295147905179352830000, '295147905179352830000'],
  [1e21, '1e+21'],
  [0.000001, '0.000001'],
  [1e-7, '1e-7'],
])('the number %d is written as in RFC 8785, appendix B', (value, written) => {
  expect(canonicalJson(value)).toBe(written);
});

test('what JSON cannot say is refused', () => {
  for (const value of [undefined, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => canonicalJson(value)).toThrow();
});

test('SHA-256 gives the published digests', () => {
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Hex(new Uint8Array([0x61, 0x62, 0x63]))).toBe(sha256Hex('abc'));
});

test('the hash of a document ignores white space and the order of keys, and nothing else', () => {
  expect(hashDocument({ a: 1, b: [1, 2] })).toBe(hashDocument(JSON.parse(' { "b": [1, 2],\n "a": 1 } ')));
  expect(hashDocument({ a: 1, b: [1, 2] })).not.toBe(hashDocument({ a: 1, b: [2, 1] }));
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(hashDocument(a) === hashDocument(b)).toBe(canonicalJson(a) === canonicalJson(b));
      expect(canonicalJson(JSON.parse(canonicalJson(a)))).toBe(canonicalJson(a));
    }),
  );
});
