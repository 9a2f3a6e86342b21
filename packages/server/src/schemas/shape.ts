/** Short ways to write the JSON Schemas of answers. Bodies and queries are written out, because their types are derived from them. */

export type Shape = Readonly<Record<string, unknown>>;

export const string: Shape = { type: 'string' };
export const integer: Shape = { type: 'integer' };
export const boolean: Shape = { type: 'boolean' };
/** ISO date. */
export const day: Shape = { type: 'string', format: 'date' };
/** ISO instant with offset. */
export const instant: Shape = { type: 'string', format: 'date-time' };
/** Decimal number as text. */
export const decimal: Shape = { type: 'string', pattern: '^-?(0|[1-9]\\d*)(\\.\\d+)?$' };
/** Any JSON value. */
export const anything: Shape = {};

export const oneOf = (...values: readonly string[]): Shape => ({ type: 'string', enum: values });
export const list = (items: Shape): Shape => ({ type: 'array', items });
export const mapOf = (values: Shape): Shape => ({ type: 'object', additionalProperties: values });

/** Reference to a component, as OpenAPI names them. */
export const ref = (name: string): Shape => ({ $ref: `#/components/schemas/${name}` });

/** An object with exactly these members; the second list may be absent. */
export const object = (required: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(required),
  properties: { ...required, ...optional },
});

/** One page of a list. */
export const pageOf = (row: Shape): Shape => object({ rows: list(row), total: integer }, { next: string });
