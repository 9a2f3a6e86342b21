import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSchema } from './check-schema.js';
import type { FormSchema } from './form-schema.js';
import { identityOf } from './testing/roster-form.js';
import { textFormats } from './text-format.js';
import { validateSchema } from './validate-schema.js';

const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true, ownProperties: true });
addFormats.default(ajv, { formats: ['date'], keywords: true });
for (const [name, { test, compare }] of Object.entries(textFormats)) ajv.addFormat(name, { type: 'string', validate: test, compare });

const word = fc.constantFrom(
  '',
  'a',
  'ab',
  '王',
  '😀😀',
  '2021-06-05',
  '2021-02-30',
  '2021-06',
  '385.00',
  '-1',
  '007',
  '13800000000',
  identityOf('19400101', 1),
  '91150100MA0N3Y7F4K',
  'x'.repeat(9),
);
const small = fc.integer({ min: 0, max: 4 });
const optional = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(model, { requiredKeys: [] });

const textSchema = fc
  .record({
    keywords: optional({
      enum: fc.uniqueArray(word, { minLength: 1, maxLength: 4 }),
      const: word,
      minLength: small,
      maxLength: fc.integer({ min: 0, max: 12 }),
      pattern: fc.constantFrom('^a', 'b$', '^\\d+$', '[一-龥]', '^.{2}$', '^[^0-9]*$'),
    }),
    format: fc.option(
      fc.oneof(
        fc.record({ format: fc.constantFrom('identity', 'phone', 'credit-code') }),
        optional({ format: fc.constant('date'), formatMinimum: fc.constantFrom('2021-01-01', '2021-06-06') }).map((one) => ({
          format: 'date',
          ...one,
        })),
        optional({ formatMinimum: fc.constantFrom('0', '100.5'), formatMaximum: fc.constantFrom('385', '384.99') }).map((one) => ({
          ...one,
          format: 'decimal',
        })),
      ),
      { nil: {} },
    ),
  })
  .map(({ keywords, format }) => ({ type: 'string', ...keywords, ...format }) as FormSchema);
const integerSchema = optional({
  minimum: small,
  maximum: small,
  multipleOf: fc.integer({ min: 1, max: 3 }),
  enum: fc.uniqueArray(small, { minLength: 1 }),
  const: small,
}).map((keywords) => ({ type: 'integer', ...keywords }) as FormSchema);
const booleanSchema = optional({ const: fc.boolean() }).map((keywords) => ({ type: 'boolean', ...keywords }) as FormSchema);
const ids = ['a', 'b', 'toString', '__proto__'];
const objectOf = (part: fc.Arbitrary<FormSchema>) =>
  fc
    .record({ parts: fc.tuple(part, part, part), count: small, required: fc.subarray(ids.slice(0, 3)), closed: fc.boolean() })
    .map(({ parts, count, required, closed }) => {
      const properties = Object.fromEntries(parts.slice(0, Math.min(count, 3)).map((schema, index) => [ids[index] as string, schema]));
      const known = required.filter((id) => Object.hasOwn(properties, id));
      return { type: 'object', properties, required: known, ...(closed ? { additionalProperties: false } : {}) } as FormSchema;
    });
const leaf = fc.oneof(textSchema, integerSchema, booleanSchema);
const table = fc
  .record({ items: objectOf(leaf), limits: optional({ minItems: small, maxItems: small }) })
  .map(({ items, limits }) => ({ type: 'array', items, ...limits }) as FormSchema);
const anySchema = objectOf(fc.oneof(leaf, table));

const scalar = fc.oneof(word, fc.integer({ min: -1, max: 5 }), fc.constantFrom(0.5, 1e300), fc.boolean(), fc.constant(null));
const row = fc.dictionary(fc.constantFrom(...ids.slice(0, 3), 'c'), scalar);
const value = fc.oneof(
  fc.dictionary(fc.constantFrom(...ids.slice(0, 3), 'c'), fc.oneof(scalar, fc.array(fc.oneof(row, scalar), { maxLength: 4 }))),
  scalar,
  fc.array(scalar),
);

describe('validateSchema', () => {
  it('agrees with ajv on every schema of the closed keyword list', () => {
    let valid = 0;
    fc.assert(
      fc.property(anySchema, fc.array(value, { minLength: 5, maxLength: 10 }), (schema, values) => {
        expect(checkSchema(schema)).toEqual([]);
        const validate = ajv.compile(schema);
        for (const one of values) {
          const found = validateSchema(schema, one);
          expect({ one, ok: found.length === 0 }).toEqual({ one, ok: validate(one) });
          const pointers = new Set((validate.errors ?? []).map((error) => pointerOf(error.instancePath, error.keyword, error.params)));
          expect(new Set(found.map(({ path }) => path))).toEqual(pointers);
          if (found.length === 0) valid += 1;
        }
      }),
      { numRuns: 300 },
    );
    // Agreement on refusals alone would prove little.
    expect(valid).toBeGreaterThan(20);
  });
});

function pointerOf(path: string, keyword: string, params: Record<string, unknown>): string {
  if (keyword === 'required') return `${path}/${String(params['missingProperty'])}`;
  return keyword === 'additionalProperties' ? `${path}/${String(params['additionalProperty'])}` : path;
}
