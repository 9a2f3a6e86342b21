import type { FormSchema } from './form-schema.js';
import { linearPattern } from './linear-pattern.js';
import { textFormats } from './text-format.js';

/** One keyword of the schema that a value breaks. */
export interface Violation {
  /** JSON Pointer of the value; for `required` and `additionalProperties` that of the property. */
  readonly path: string;
  readonly keyword: string;
  /** What the keyword demands. */
  readonly limit: string | number | boolean;
  readonly schema: FormSchema;
}

type Report = (keyword: string, limit: string | number | boolean, path?: string) => void;

/**
 * Every violation of a schema of the closed keyword list. Guaranteed to agree with ajv (strict, draft 2020-12, `textFormats` added)
 * on whether a JSON value is valid; needs neither `eval` nor a network.
 */
export function validateSchema(schema: FormSchema, value: unknown, path = ''): Violation[] {
  const found: Violation[] = [];
  visit(schema, value, path, found);
  return found;
}

function visit(schema: FormSchema, value: unknown, path: string, found: Violation[]): void {
  const report: Report = (keyword, limit, at = path) => found.push({ path: at, keyword, limit, schema });
  if (!hasType(schema.type, value)) return report('type', schema.type);
  if (schema.enum && !schema.enum.includes(value as string)) report('enum', schema.enum.join('、'));
  if (schema.const !== undefined && schema.const !== value) report('const', schema.const);
  if (typeof value === 'string') return checkText(schema, value, report);
  if (typeof value === 'number') return checkInteger(schema, value, report);
  if (Array.isArray(value)) return visitRows(schema, value, { path, found, report });
  if (typeof value === 'object') visitProperties(schema, value as Record<string, unknown>, { path, found, report });
}

interface Visit {
  readonly path: string;
  readonly found: Violation[];
  readonly report: Report;
}

function visitRows(schema: FormSchema, rows: readonly unknown[], { path, found, report }: Visit): void {
  if (schema.minItems !== undefined && rows.length < schema.minItems) report('minItems', schema.minItems);
  if (schema.maxItems !== undefined && rows.length > schema.maxItems) report('maxItems', schema.maxItems);
  const { items } = schema;
  if (items) rows.forEach((row, index) => visit(items, row, `${path}/${index}`, found));
}

function visitProperties(schema: FormSchema, value: Record<string, unknown>, { path, found, report }: Visit): void {
  for (const id of schema.required ?? [])
    if (!Object.hasOwn(value, id) || value[id] === undefined) report('required', id, `${path}/${escapePointer(id)}`);
  for (const id of Object.keys(value)) {
    if (value[id] === undefined) continue;
    const property = schema.properties && Object.hasOwn(schema.properties, id) ? schema.properties[id] : undefined;
    if (property) visit(property, value[id], `${path}/${escapePointer(id)}`, found);
    else if (schema.additionalProperties === false) report('additionalProperties', id, `${path}/${escapePointer(id)}`);
  }
}

function hasType(type: FormSchema['type'], value: unknown): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return typeof value === 'number' && Number.isInteger(value);
  return typeof value === type;
}

function checkText(schema: FormSchema, text: string, report: Report): void {
  const needsLength = schema.minLength !== undefined || schema.maxLength !== undefined;
  const length = needsLength ? [...text].length : 0;
  if (schema.minLength !== undefined && length < schema.minLength) report('minLength', schema.minLength);
  if (schema.maxLength !== undefined && length > schema.maxLength) return report('maxLength', schema.maxLength);
  if (schema.pattern !== undefined && linearPattern(schema.pattern)?.test(text) === false) report('pattern', schema.pattern);
  if (schema.format === undefined) return;
  const format = textFormats[schema.format];
  if (!format.test(text)) return report('format', schema.format);
  if (!format.compare) return;
  if (schema.formatMinimum !== undefined && format.compare(text, schema.formatMinimum) < 0) report('formatMinimum', schema.formatMinimum);
  if (schema.formatMaximum !== undefined && format.compare(text, schema.formatMaximum) > 0) report('formatMaximum', schema.formatMaximum);
}

function checkInteger(schema: FormSchema, value: number, report: Report): void {
  if (schema.minimum !== undefined && value < schema.minimum) report('minimum', schema.minimum);
  if (schema.maximum !== undefined && value > schema.maximum) report('maximum', schema.maximum);
  if (schema.multipleOf !== undefined && value % schema.multipleOf !== 0) report('multipleOf', schema.multipleOf);
}

/** A JSON Pointer reference token (RFC 6901). */
export function escapePointer(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}
