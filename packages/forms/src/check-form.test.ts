import type { FormDefinition } from '@careway/definition';
import { setAt } from '@careway/definition/testing';
import { describe, expect, it } from 'vitest';
import { checkForm } from './check-form.js';
import { checkSchema } from './check-schema.js';
import { rosterForm } from './testing/roster-form.js';
import { scoredForm, scoredRules } from './testing/scored-form.js';

const codesOf = (form: FormDefinition) => checkForm(form).map(({ code, path }) => `${code} ${path}`);
const changed = (pointer: string, value: unknown): FormDefinition => {
  const copy = structuredClone(rosterForm);
  setAt(copy, pointer, value);
  return copy;
};
const text = { type: 'string' };

describe('checkForm', () => {
  it('finds nothing wrong with a right form', () => {
    expect(codesOf(rosterForm)).toEqual([]);
  });

  it.each<[string, string, unknown]>([
    ['FIELD_WITHOUT_SCHEMA /fields/5/id', '/schema/properties/rent', undefined],
    ['SCHEMA_WITHOUT_FIELD /schema/properties/extra', '/schema/properties/extra', text],
    ['SCHEMA_WITHOUT_FIELD /schema/properties/elders/items/properties/extra', '/schema/properties/elders/items/properties/extra', text],
    ['WIDGET_TYPE /fields/6/widget', '/schema/properties/beds/type', 'boolean'],
    ['WIDGET_TYPE /fields/0/widget', '/schema/properties/service_month/format', 'date'],
    ['VALUES_DIFFER /fields/7/columns/2/values', '/schema/properties/elders/items/properties/level/enum', ['mild']],
    ['PAGE_FIELD_UNKNOWN /pages/1/fields/1', '/pages/1/fields/-', 'nothing'],
    ['FIELD_ON_TWO_PAGES /pages/1/fields/1', '/pages/1/fields/-', 'rent'],
    ['FIELD_ON_NO_PAGE /fields/7/id', '/pages/1/fields', ['rent']],
    ['FIELD_TWICE /fields/10/id', '/fields/-', rosterForm.fields[0]],
    ['VISIBILITY_REFERS_LATER /fields/1/visibleWhen', '/fields/1/visibleWhen', 'beds > 1'],
    ['UNKNOWN_FACT /fields/2/visibleWhen', '/fields/2/visibleWhen', 'nobody = true'],
    ['TYPE_MISMATCH /fields/2/visibleWhen', '/fields/2/visibleWhen', 'service_month'],
    ['EXPRESSION_SYNTAX /fields/2/visibleWhen', '/fields/2/visibleWhen', 'has_agent ='],
    ['MESSAGE_KEYWORD_UNKNOWN /fields/0/messages/requird', '/fields/0/messages', { requird: rosterForm.label }],
  ])('reports %s', (expected, pointer, value) => {
    expect(codesOf(changed(pointer, value))).toContain(expected);
  });
});

describe('checkForm on computed values', () => {
  const check = (pointer: string, value: unknown, rules = scoredRules) => {
    const copy = structuredClone(scoredForm);
    setAt(copy, pointer, value);
    return checkForm(copy, rules).map(({ code, path }) => `${code} ${path}`);
  };

  it('finds nothing wrong with a right form', () => {
    expect(checkForm(scoredForm, scoredRules)).toEqual([]);
  });

  it.each<[string, string, unknown]>([
    ['FIELD_TWICE /computed/0/id', '/computed/0/id', 'eating'],
    ['COMPUTED_SOURCE /computed/0', '/computed/0/decision', 'scored-level'],
    ['COMPUTED_SOURCE /computed/0', '/computed/0/expression', undefined],
    ['UNKNOWN_FACT /computed/0/expression', '/computed/0/expression', 'eating + nothing'],
    ['TYPE_MISMATCH /computed/0/expression', '/computed/0/expression', 'assessed_on'],
    ['COMPUTED_REFERS_LATER /computed/0/expression', '/computed/0/expression', 'share'],
    ['COMPUTED_REFERS_LATER /computed/0/expression', '/computed/0/expression', 'total'],
    ['COMPUTED_ROUNDING /computed/2', '/computed/2/rounding', undefined],
    ['COMPUTED_DATE /computed/3/on', '/computed/3/on', 'eating'],
    ['COMPUTED_DECISION_UNKNOWN /computed/3/decision', '/computed/3/decision', 'nothing'],
    ['COMPUTED_OUTPUT_UNKNOWN /computed/3/output', '/computed/3/output', 'nothing'],
    ['COMPUTED_TYPE /computed/3/type', '/computed/3/type', 'boolean'],
    ['VALUES_MISSING /computed/3', '/computed/3/values', undefined],
    ['VALUES_DIFFER /computed/3/values', '/computed/3/values', [{ value: 'high', label: { 'zh-CN': '高', en: 'high' } }]],
    ['COMPUTED_DECISION /computed/3/decision', '/computed/0/id', 'sum_total'],
    ['SCORES_DIFFER /fields/1/values', '/schema/properties/eating/maximum', 4],
    ['LATEST_WITHOUT_DATE /fields/4/latest', '/fields/4/latest', 'today'],
    ['VISIBILITY_REFERS_LATER /fields/4/visibleWhen', '/fields/4/visibleWhen', 'level = "low"'],
  ])('reports %s', (expected, pointer, value) => {
    expect(check(pointer, value)).toContain(expected);
  });

  it('says what of the form does not serve its decision', () => {
    const { id: _, ...total } = scoredForm.computed?.[0] ?? {};
    const computed = [{ ...total, id: 'sum_total' }, ...(scoredForm.computed ?? []).slice(3)];
    const [issue] = checkForm({ ...scoredForm, computed } as FormDefinition, scoredRules).filter(
      ({ code }) => code === 'COMPUTED_DECISION',
    );
    expect(issue?.message['zh-CN']).toContain('没有声明“total”这一项');
  });
});

describe('checkSchema', () => {
  const schemaOf = (more: object) => ({ type: 'object', properties: { a: { type: 'string', ...more } } });

  it.each<[string, unknown]>([
    ['SCHEMA_KEYWORD_UNKNOWN', schemaOf({ $ref: 'https://example.org/schema.json' })],
    ['SCHEMA_KEYWORD_UNKNOWN', schemaOf({ allOf: [] })],
    ['SCHEMA_KEYWORD_UNKNOWN', schemaOf({ minimum: 1 })],
    ['SCHEMA_TYPE_UNKNOWN', { type: 'object', properties: { a: { type: 'number' } } }],
    ['SCHEMA_TYPE_UNKNOWN', { type: 'object', properties: { a: true } }],
    ['SCHEMA_ROOT', { type: 'array' }],
    ['SCHEMA_VALUE', schemaOf({ maxLength: '3' })],
    ['SCHEMA_VALUE', schemaOf({ enum: [1] })],
    ['SCHEMA_VALUE', { type: 'object', additionalProperties: true }],
    ['SCHEMA_VALUE', schemaOf({ format: 'date', formatMinimum: '2021-02-30' })],
    ['SCHEMA_BOUND_WITHOUT_FORMAT', schemaOf({ formatMinimum: '1' })],
    ['SCHEMA_FORMAT_UNKNOWN', schemaOf({ format: 'email' })],
    ['SCHEMA_PATTERN', schemaOf({ pattern: '(?=a)b' })],
    ['SCHEMA_PATTERN', schemaOf({ pattern: '(a)\\1' })],
    ['SCHEMA_REQUIRED_UNKNOWN', { ...schemaOf({}), required: ['b'] }],
    ['SCHEMA_TYPE_UNKNOWN', null],
  ])('reports %s', (code, schema) => {
    expect(checkSchema(schema).map((issue) => issue.code)).toEqual([code]);
  });

  it('bounds depth and size', () => {
    let deep: unknown = { type: 'string' };
    for (let level = 0; level < 1000; level += 1) deep = { type: 'object', properties: { a: deep } };
    expect(checkSchema(deep).map(({ code }) => code)).toEqual(['SCHEMA_TOO_DEEP']);
    const wide = {
      type: 'object',
      properties: Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`f${index}`, { type: 'string' }])),
    };
    expect(checkSchema(wide).map(({ code }) => code)).toEqual(['SCHEMA_TOO_LARGE']);
  });
});
