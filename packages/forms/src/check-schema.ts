import type { Issue } from '@careway/definition';
import { formDocumentIssue } from './form-document-messages.js';
import { type FormSchema, SCHEMA_FORMATS, SCHEMA_KEYWORDS, SCHEMA_TYPES, type SchemaFormat, type SchemaType } from './form-schema.js';
import { linearPattern } from './linear-pattern.js';
import { textFormats } from './text-format.js';
import { escapePointer } from './validate-schema.js';

const DEEPEST = 6;
const LARGEST = 2000;

/** Whether a form's schema keeps to the closed keyword list, with values of the right kind; no references, nothing recursive. */
export function checkSchema(schema: unknown): Issue[] {
  const walk: Walk = { issues: [], parts: 0 };
  visit(schema, '/schema', 1, walk);
  if (walk.issues.length === 0 && (schema as FormSchema).type !== 'object')
    walk.issues.push(formDocumentIssue('SCHEMA_ROOT', '/schema/type'));
  return walk.issues;
}

interface Walk {
  readonly issues: Issue[];
  parts: number;
}

function visit(schema: unknown, path: string, depth: number, walk: Walk): void {
  walk.parts += 1;
  if (walk.parts === LARGEST + 1) walk.issues.push(formDocumentIssue('SCHEMA_TOO_LARGE', '/schema', { limit: LARGEST }));
  if (walk.parts > LARGEST) return;
  if (depth > DEEPEST) return void walk.issues.push(formDocumentIssue('SCHEMA_TOO_DEEP', path, { limit: DEEPEST }));
  const type = isRecord(schema) ? schema['type'] : undefined;
  if (!isRecord(schema) || !SCHEMA_TYPES.includes(type as SchemaType)) {
    return void walk.issues.push(formDocumentIssue('SCHEMA_TYPE_UNKNOWN', `${path}/type`, { allowed: SCHEMA_TYPES.join(', ') }));
  }
  checkKeywords(schema, type as SchemaType, path, walk.issues);
  const { properties, items } = schema;
  if (isRecord(properties)) {
    for (const id of Object.keys(properties)) visit(properties[id], `${path}/properties/${escapePointer(id)}`, depth + 1, walk);
    checkRequired(schema as unknown as FormSchema, path, walk.issues);
  }
  if (items !== undefined) visit(items, `${path}/items`, depth + 1, walk);
}

function checkKeywords(schema: Readonly<Record<string, unknown>>, type: SchemaType, path: string, issues: Issue[]): void {
  const allowed: readonly string[] = SCHEMA_KEYWORDS[type];
  for (const [keyword, value] of Object.entries(schema)) {
    const at = `${path}/${escapePointer(keyword)}`;
    if (!allowed.includes(keyword))
      issues.push(formDocumentIssue('SCHEMA_KEYWORD_UNKNOWN', at, { keyword, type, allowed: allowed.join(', ') }));
    else if (!VALUE_KINDS[keyword]?.(value, type)) issues.push(formDocumentIssue('SCHEMA_VALUE', at, { keyword }));
  }
  const { pattern, format, formatMinimum, formatMaximum } = schema;
  if (typeof pattern === 'string' && !linearPattern(pattern)) {
    issues.push(formDocumentIssue('SCHEMA_PATTERN', `${path}/pattern`, { pattern: pattern.slice(0, 60) }));
  }
  if (format !== undefined && !SCHEMA_FORMATS.includes(format as SchemaFormat)) {
    issues.push(
      formDocumentIssue('SCHEMA_FORMAT_UNKNOWN', `${path}/format`, { format: String(format), allowed: SCHEMA_FORMATS.join(', ') }),
    );
    return;
  }
  checkBounds(format as SchemaFormat | undefined, { formatMinimum, formatMaximum }, path, issues);
}

function checkBounds(format: SchemaFormat | undefined, bounds: Readonly<Record<string, unknown>>, path: string, issues: Issue[]): void {
  const rule = format && textFormats[format];
  for (const [keyword, bound] of Object.entries(bounds)) {
    if (bound === undefined) continue;
    if (!rule?.compare) issues.push(formDocumentIssue('SCHEMA_BOUND_WITHOUT_FORMAT', `${path}/${keyword}`));
    else if (typeof bound === 'string' && !rule.test(bound))
      issues.push(formDocumentIssue('SCHEMA_VALUE', `${path}/${keyword}`, { keyword }));
  }
}

function checkRequired({ required, properties }: FormSchema, path: string, issues: Issue[]): void {
  if (!Array.isArray(required)) return;
  required.forEach((id, index) => {
    if (!Object.hasOwn(properties ?? {}, id))
      issues.push(formDocumentIssue('SCHEMA_REQUIRED_UNKNOWN', `${path}/required/${index}`, { id: String(id) }));
  });
}

const isText = (value: unknown) => typeof value === 'string';
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
const isInteger = (value: unknown) => Number.isSafeInteger(value);
const ofType = (value: unknown, type: SchemaType) => (type === 'integer' ? isInteger(value) : typeof value === type);
const VALUE_KINDS: Readonly<Record<string, (value: unknown, type: SchemaType) => boolean>> = {
  type: isText,
  properties: isRecord,
  required: (value) => Array.isArray(value) && value.every(isText) && new Set(value).size === value.length,
  additionalProperties: (value) => value === false,
  items: isRecord,
  minItems: isCount,
  maxItems: isCount,
  enum: (value, type) =>
    Array.isArray(value) && value.length > 0 && new Set(value).size === value.length && value.every((one) => ofType(one, type)),
  const: ofType,
  minLength: isCount,
  maxLength: isCount,
  pattern: isText,
  format: isText,
  formatMinimum: isText,
  formatMaximum: isText,
  minimum: isInteger,
  maximum: isInteger,
  multipleOf: (value) => isInteger(value) && (value as number) > 0,
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
