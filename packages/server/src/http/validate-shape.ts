import type { Issue } from '@careway/definition';
import { type ErrorObject, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { ProblemError, problem } from '../problem.js';

const options = { allErrors: true, strict: true, strictTypes: false, strictRequired: false, discriminator: true } as const;
const bodies = new Ajv2020(options);
/** Query values arrive as text; numbers are made of them, and nothing else is. */
const queries = new Ajv2020({ ...options, coerceTypes: true });
for (const ajv of [bodies, queries]) ajvFormats.default(ajv, ['date', 'date-time']);

const compiled = new Map<object, ValidateFunction>();

function validatorOf(schema: object, coerce: boolean): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const made = (coerce ? queries : bodies).compile(schema);
  compiled.set(schema, made);
  return made;
}

/** Compiles the schema now, so that a fault in it shows when the server starts and not at the first request. */
export const prepareShape = (schema: object, coerce = false): void => void validatorOf(schema, coerce);

/** Throws `REQUEST_INVALID` with every difference between the value and the schema. */
export function validateShape(schema: object, value: unknown, where: string, coerce = false): void {
  const validate = validatorOf(schema, coerce);
  if (validate(value)) return;
  const issues = (validate.errors ?? []).slice(0, 100).map((error) => issueOf(error, where));
  throw new ProblemError(problem('REQUEST_INVALID', { count: issues.length }, { issues }));
}

function issueOf(error: ErrorObject, where: string): Issue {
  const key =
    (error.params as Record<string, unknown>)['additionalProperty'] ?? (error.params as Record<string, unknown>)['missingProperty'];
  const path = `${where}${error.instancePath}${key === undefined ? '' : `/${String(key)}`}`;
  const code = codes[error.keyword] ?? 'WRONG_VALUE';
  const en = `${path || 'The content'} ${error.message ?? 'is wrong'}.`;
  return {
    code,
    severity: 'error',
    path,
    message: { 'zh-CN': `${path || '内容'}：${words[code]}`, en },
    params: { keyword: error.keyword },
  };
}

const codes: Readonly<Record<string, keyof typeof words>> = {
  additionalProperties: 'UNKNOWN_KEY',
  required: 'MISSING_KEY',
  type: 'WRONG_TYPE',
  enum: 'WRONG_VALUE',
  const: 'WRONG_VALUE',
  format: 'WRONG_FORMAT',
  pattern: 'WRONG_FORMAT',
  maxLength: 'TOO_LONG',
  maxItems: 'TOO_MANY',
};

const words = {
  UNKNOWN_KEY: '接口里没有这一项。',
  MISSING_KEY: '少了这一项。',
  WRONG_TYPE: '类型不对。',
  WRONG_VALUE: '不在允许的值里。',
  WRONG_FORMAT: '写法不对。',
  TOO_LONG: '太长。',
  TOO_MANY: '太多。',
};
