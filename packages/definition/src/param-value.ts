import type { Issue } from './issue.js';
import { packIssue } from './issue-catalogue.js';
import type { ParamDefinition } from './schemas/workflow.js';

type ParamValue = ParamDefinition['value'];

const decimal = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** Whether a value fits a parameter's type, values and range; the issue if not. */
export function paramValueIssue(param: ParamDefinition, value: ParamValue, path: string, file?: string): Issue | undefined {
  const more = file === undefined ? {} : { file };
  const expected = expectedOf(param);
  if (!fitsType(param, value)) return packIssue('PARAM_TYPE', path, { param: param.id, value, expected }, more);
  const { minimum, maximum } = param;
  const amount = typeof value === 'boolean' || param.type === 'code' ? undefined : Number(value);
  if (amount === undefined || ((minimum === undefined || amount >= minimum) && (maximum === undefined || amount <= maximum)))
    return undefined;
  return packIssue('PARAM_RANGE', path, { param: param.id, value, minimum: minimum ?? '−∞', maximum: maximum ?? '∞' }, more);
}

function fitsType(param: ParamDefinition, value: ParamValue): boolean {
  switch (param.type) {
    case 'integer':
      return typeof value === 'number';
    case 'decimal':
      return typeof value === 'string' && decimal.test(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'code':
      return typeof value === 'string' && (param.values ?? []).some((known) => known.value === value);
  }
}

function expectedOf(param: ParamDefinition): string {
  return param.type === 'code' ? (param.values ?? []).map(({ value }) => value).join(' | ') : param.type;
}
