import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { publishedSchema } from '../scripts/published-schema.js';
import { documentKinds, schemaOf } from './document-kind.js';

const folder = new URL('../../../docs/schemas/', import.meta.url);

test.each(documentKinds)('docs/schemas holds the current schema of %s (else: npm run generate in packages/definition)', (kind) => {
  expect(readFileSync(new URL(`${kind}.json`, folder), 'utf8')).toBe(publishedSchema(kind));
});

test('docs/schemas holds no schema of a kind that is gone', () => {
  expect(readdirSync(folder).sort()).toEqual(documentKinds.map((kind) => `${kind}.json`).sort());
});

test('a published schema says which draft it follows and where it is published', () => {
  for (const kind of documentKinds) {
    expect(schemaOf(kind).$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schemaOf(kind).$id).toMatch(/^https:\/\/careway\.dev\/schemas\/[a-z]+\.json$/);
  }
});
