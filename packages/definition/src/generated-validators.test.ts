import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { validatorSource } from '../scripts/validator-source.js';

const generated = readFileSync(new URL('./generated/validators.ts', import.meta.url), 'utf8');

test('the generated validators are those of the schemas (else: npm run generate in packages/definition)', () => {
  expect(generated === validatorSource()).toBe(true);
});

test('the generated validators run under a strict content security policy', () => {
  expect(generated).not.toMatch(/\beval\b|new Function|require\(/);
});
