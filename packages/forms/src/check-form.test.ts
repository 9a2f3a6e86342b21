import type { FormDefinition } from '@careway/definition';
import { describe, expect, it } from 'vitest';
import { checkForm } from './check-form.js';
import { checkSchema } from './check-schema.js';
import { rosterForm } from './testing/roster-form.js';

const codesOf = (form: FormDefinition) => checkForm(form).map(({ code, path }) => `${code} ${path}`);
const changed = (change: (form: any) => void): FormDefinition => {
  const copy = structuredClone(rosterForm);
  change(copy);
  return copy;
};

describe('checkForm', () => {
  it('finds nothing wrong with a right form', () => {
    expect(codesOf(rosterForm)).toEqual([]);
  });

  it.each<[string, (form: any) => void]>([
    ['FIELD_WITHOUT_SCHEMA /fields/5/id', (form) => delete form.schema.properties.rent],
    ['SCHEMA_WITHOUT_FIELD /schema/properties/extra', (form) => (form.schema.properties.extra = { type: 'string' })],
    ['SCHEMA_WITHOUT_FIELD /schema/properties/elders/items/properties/extra', (form) => (form.schema.properties.elders.items.properties.extra = { type: 'string' })],
    ['WIDGET_TYPE /fields/6/widget', (form) => (form.schema.properties.beds.type = 'boolean')],
    ['WIDGET_TYPE /fields/0/widget', (form) => (form.schema.properties.service_month.format = 'date')],
    ['VALUES_DIFFER /fields/7/columns/2/values', (form) => form.schema.properties.elders.items.properties.level.enum.pop()],
    ['PAGE_FIELD_UNKNOWN /pages/1/fields/1', (form) => form.pages[1].fields.push('nothing')],
    ['FIELD_ON_TWO_PAGES /pages/1/fields/1', (form) => form.pages[1].fields.push('rent')],
    ['FIELD_ON_NO_PAGE /fields/7/id', (form) => (form.pages[1].fields = ['rent'])],
    ['FIELD_TWICE /fields/10/id', (form) => form.fields.push(form.fields[0])],
    ['VISIBILITY_REFERS_LATER /fields/1/visibleWhen', (form) => (form.fields[1].visibleWhen = 'beds > 1')],
    ['UNKNOWN_FACT /fields/2/visibleWhen', (form) => (form.fields[2].visibleWhen = 'nobody = true')],
    ['TYPE_MISMATCH /fields/2/visibleWhen', (form) => (form.fields[2].visibleWhen = 'service_month')],
    ['EXPRESSION_SYNTAX /fields/2/visibleWhen', (form) => (form.fields[2].visibleWhen = 'has_agent =')],
    ['MESSAGE_KEYWORD_UNKNOWN /fields/0/messages/requird', (form) => (form.fields[0].messages = { requird: form.label })],
  ])('reports %s', (expected, change) => {
    expect(codesOf(changed(change))).toContain(expected);
  });
});

describe('checkSchema', () => {
  const text = (more: object) => ({ type: 'object', properties: { a: { type: 'string', ...more } } });

  it.each<[string, unknown]>([
    ['SCHEMA_KEYWORD_UNKNOWN', text({ $ref: 'https://example.org/schema.json' })],
    ['SCHEMA_KEYWORD_UNKNOWN', text({ allOf: [] })],
    ['SCHEMA_KEYWORD_UNKNOWN', text({ minimum: 1 })],
    ['SCHEMA_TYPE_UNKNOWN', { type: 'object', properties: { a: { type: 'number' } } }],
    ['SCHEMA_TYPE_UNKNOWN', { type: 'object', properties: { a: true } }],
    ['SCHEMA_ROOT', { type: 'array' }],
    ['SCHEMA_VALUE', text({ maxLength: '3' })],
    ['SCHEMA_VALUE', text({ enum: [1] })],
    ['SCHEMA_VALUE', { type: 'object', additionalProperties: true }],
    ['SCHEMA_VALUE', text({ format: 'date', formatMinimum: '2021-02-30' })],
    ['SCHEMA_BOUND_WITHOUT_FORMAT', text({ formatMinimum: '1' })],
    ['SCHEMA_FORMAT_UNKNOWN', text({ format: 'email' })],
    ['SCHEMA_PATTERN', text({ pattern: '(?=a)b' })],
    ['SCHEMA_PATTERN', text({ pattern: '(a)\\1' })],
    ['SCHEMA_REQUIRED_UNKNOWN', { ...text({}), required: ['b'] }],
    ['SCHEMA_TYPE_UNKNOWN', null],
  ])('reports %s', (code, schema) => {
    expect(checkSchema(schema).map((issue) => issue.code)).toEqual([code]);
  });

  it('bounds depth and size', () => {
    let deep: unknown = { type: 'string' };
    for (let level = 0; level < 1000; level += 1) deep = { type: 'object', properties: { a: deep } };
    expect(checkSchema(deep).map(({ code }) => code)).toEqual(['SCHEMA_TOO_DEEP']);
    const wide = { type: 'object', properties: Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`f${index}`, { type: 'string' }])) };
    expect(checkSchema(wide).map(({ code }) => code)).toEqual(['SCHEMA_TOO_LARGE']);
  });
});
