import type { LocalizedText, OverlayOperation, ParamDefinition } from '@careway/definition';

/** Where a figure lies in a pack. */
export type ParameterAddress =
  | {
      readonly kind: 'param';
      readonly workflow: string;
      readonly param: string;
      readonly service?: string;
      readonly type: ParamDefinition['type'];
    }
  | {
      readonly kind: 'cell';
      readonly decision: string;
      readonly table: string;
      readonly rule: string;
      readonly part: 'when' | 'then' | 'manual';
      readonly column: string;
      /** Text of the whole cell around the figure. */
      readonly before: string;
      readonly after: string;
    };

/** One figure of a pack that an administrator may set, in the words of the policy. */
export interface Parameter {
  /** Stable address as text. */
  readonly key: string;
  readonly address: ParameterAddress;
  readonly group: 'rate' | 'days' | 'threshold' | 'switch';
  /** The service, table or workflow that it belongs to. */
  readonly of: LocalizedText;
  /** The policy's wording, with `{value}` where the figure stands. */
  readonly sentence: LocalizedText;
  readonly label: LocalizedText;
  readonly type: 'money' | 'decimal' | 'integer' | 'boolean' | 'code' | 'month' | 'date';
  /** As text: decimals, `true`, codes, `2021-08`. */
  readonly value: string;
  readonly values?: readonly { readonly value: string; readonly label: LocalizedText }[];
  readonly minimum?: string;
  readonly maximum?: string;
  readonly basis: { readonly clause?: string; readonly source?: 'city-set'; readonly note?: LocalizedText };
  /** Content hash of the node: what a change of it is written against. */
  readonly expects: string;
  /** Document and place, as changes of a composed pack name them. */
  readonly document: string;
  readonly path: string;
  /** Decision or workflow that a change of it affects. */
  readonly affects: string;
}

export interface NewValue {
  readonly value: string;
  readonly expects: string;
  readonly clause?: string | undefined;
  readonly note?: string | undefined;
}

/** The change of a parameter as an operation of an overlay. The value must fit the parameter; see `parameterValueIssue`. */
export function operationFor({ address }: Parameter, { value, expects, clause, note }: NewValue): OverlayOperation {
  const words = note === undefined || note === '' ? {} : { note: { 'zh-CN': note, en: note } };
  const basis = { ...(clause === undefined ? { source: 'city-set' as const } : { clause }), ...words };
  if (address.kind === 'param') {
    const { workflow, param, service, type } = address;
    return { op: 'set-param', workflow, param, ...(service === undefined ? {} : { service }), value: typed(type, value), expects, basis };
  }
  const { decision, table, rule, part, column, before, after } = address;
  return { op: 'set-cell', decision, table, rule, part, column, value: `${before}${value}${after}`, expects, basis };
}

function typed(type: ParamDefinition['type'], value: string): string | number | boolean {
  return type === 'integer' ? Number(value) : type === 'boolean' ? value === 'true' : value;
}
