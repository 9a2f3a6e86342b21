import type { RegisterWrite, WrittenValue } from '@careway/definition';
import type { Expression } from '@careway/rules';

/** A value to be written, ready to be computed. */
export type CompiledValue =
  | {
      readonly kind: 'expression';
      readonly expression: Expression /** Where it is nothing but a fact: passed on as it is. */;
      readonly fact?: string;
    }
  | { readonly kind: 'after'; readonly after: Expression; readonly param: string; readonly unit: 'day' | 'month' | 'year' }
  | { readonly kind: 'letter'; readonly letter: string }
  | { readonly kind: 'code'; readonly code: Expression; readonly as: Readonly<Record<string, string>> };

/** A record to be written, ready to be computed. */
export interface CompiledWrite {
  readonly definition: RegisterWrite;
  readonly key: CompiledValue;
  readonly set: readonly (readonly [field: string, value: CompiledValue])[];
  readonly when: Expression | undefined;
}

type Parse = (text: string) => Expression;

export function compileWrites(writes: readonly RegisterWrite[] | undefined, parse: Parse): readonly CompiledWrite[] {
  return (writes ?? []).map((definition) => ({
    definition,
    key: compileValue(definition.key, parse),
    set: Object.entries(definition.set).map(([field, value]) => [field, compileValue(value, parse)] as const),
    when: definition.when === undefined ? undefined : parse(definition.when),
  }));
}

function compileValue(value: WrittenValue, parse: Parse): CompiledValue {
  if (typeof value === 'string') {
    const expression = parse(value);
    return { kind: 'expression', expression, ...(expression.kind === 'fact' ? { fact: expression.id } : {}) };
  }
  if ('letter' in value) return { kind: 'letter', letter: value.letter };
  if ('code' in value) return { kind: 'code', code: parse(value.code), as: value.as };
  return { kind: 'after', after: parse(value.after), param: value.param, unit: value.unit };
}
