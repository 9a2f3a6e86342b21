import { mkdirSync, writeFileSync } from 'node:fs';
import { documentKinds } from '../src/document-kind.js';
import { publishedSchema } from './published-schema.js';
import { validatorSource } from './validator-source.js';

const schemas = new URL('../../../docs/schemas/', import.meta.url);

writeFileSync(new URL('../src/generated/validators.ts', import.meta.url), validatorSource());
mkdirSync(schemas, { recursive: true });
for (const kind of documentKinds) writeFileSync(new URL(`${kind}.json`, schemas), publishedSchema(kind));
