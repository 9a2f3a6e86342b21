/** The value types a form's schema may have. Money and other decimals are strings with format `decimal`: never binary floats. */
export const SCHEMA_TYPES = ['object', 'array', 'string', 'integer', 'boolean'] as const;
export type SchemaType = (typeof SCHEMA_TYPES)[number];

/** Text formats with a meaning of their own. `identity` GB 11643, `credit-code` GB 32100, `phone` mainland mobile or landline. */
export const SCHEMA_FORMATS = ['date', 'month', 'decimal', 'identity', 'phone', 'credit-code'] as const;
export type SchemaFormat = (typeof SCHEMA_FORMATS)[number];

/** The closed list: `checkForm` refuses every other keyword, remote references and conditionals (`visibleWhen` does that work). */
export const SCHEMA_KEYWORDS = {
  object: ['type', 'properties', 'required', 'additionalProperties'],
  array: ['type', 'items', 'minItems', 'maxItems'],
  string: ['type', 'enum', 'const', 'minLength', 'maxLength', 'pattern', 'format', 'formatMinimum', 'formatMaximum'],
  integer: ['type', 'enum', 'const', 'minimum', 'maximum', 'multipleOf'],
  boolean: ['type', 'const'],
} as const satisfies Record<SchemaType, readonly string[]>;

/** The subset of JSON Schema 2020-12 in which forms state their rules; means what JSON Schema (and ajv-formats) means by it. */
export interface FormSchema {
  readonly type: SchemaType;
  readonly properties?: Readonly<Record<string, FormSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly items?: FormSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number | boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Run in linear time (RE2 syntax). */
  readonly pattern?: string;
  readonly format?: SchemaFormat;
  /** Bounds of formats `date`, `month` and `decimal`, inclusive. */
  readonly formatMinimum?: string;
  readonly formatMaximum?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
}

/** The schema of one property; undefined when the schema has none of that name. */
export function propertySchema(schema: unknown, id: string): FormSchema | undefined {
  const properties = (schema as FormSchema | undefined)?.properties;
  return properties && Object.hasOwn(properties, id) ? properties[id] : undefined;
}
