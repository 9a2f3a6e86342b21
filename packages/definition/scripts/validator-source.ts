import { _, Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { documentKinds, schemaOf } from '../src/document-kind.js';
import { isDate } from '../src/json-date.js';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const sharedId = 'https://careway.dev/schemas/shared.json';
const header = `// @ts-nocheck
// Generated from src/schemas by scripts/generate.ts. Do not edit.
import { isDate } from '../json-date.js';
import { textLength } from '../text-length.js';
const ownFormats = { date: isDate };
`;

/** Subschemas that occur more than once become one function each. */
function hoistRepeated(schemas: readonly Json[]): { schemas: Json[]; shared: Record<string, Json> } {
  const counts = new Map<string, number>();
  const isSchema = (value: Json): boolean => {
    const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
    return typeof type === 'string' || Array.isArray(type);
  };
  const count = (value: Json): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isSchema(value)) counts.set(JSON.stringify(value), (counts.get(JSON.stringify(value)) ?? 0) + 1);
    for (const child of Object.values(value)) count(child);
  };
  for (const schema of schemas) count(schema);
  const names = new Map<string, string>();
  const shared: Record<string, Json> = {};
  const children = (value: Json): Json => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(hoist);
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, hoist(child)]));
  };
  const hoist = (value: Json): Json => {
    const key = JSON.stringify(value);
    if (!isSchema(value) || (counts.get(key) ?? 0) < 2 || key.length < 60) return children(value);
    const name = names.get(key) ?? `s${names.size}`;
    if (!names.has(key)) {
      names.set(key, name);
      shared[name] = children(value);
    }
    return { $ref: `${sharedId}#/$defs/${name}` };
  };
  return { schemas: schemas.map(children), shared };
}

/** The text of `src/generated/validators.ts`: one function a kind, no `eval`, nothing imported but two small functions of ours. */
export function validatorSource(): string {
  const { schemas, shared } = hoistRepeated(documentKinds.map((kind) => JSON.parse(JSON.stringify(schemaOf(kind))) as Json));
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    inlineRefs: false,
    messages: false,
    code: { source: true, esm: true, formats: _`ownFormats` },
  });
  ajv.addFormat('date', isDate);
  ajv.addSchema({ $id: sharedId, $defs: shared });
  for (const schema of schemas) ajv.addSchema(schema as object);
  const ids = Object.fromEntries(documentKinds.map((kind) => [kind, schemaOf(kind).$id]));
  const code = standalone
    .default(ajv, ids)
    .replace(/^"use strict";/, '')
    .replace(/const (\w+) = require\("ajv\/dist\/runtime\/ucs2length"\)\.default;?/g, 'const $1 = textLength;');
  return `${header}${code}\n`;
}
