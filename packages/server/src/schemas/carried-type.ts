import type { FromSchema, JSONSchema } from 'json-schema-to-ts';

/** What a route takes as its body. `json` is validated by its schema; `bytes` come as they are, of these media types; `stream` the same, piece by piece. */
export type BodySpec =
  | { readonly kind: 'json'; readonly schema: object }
  | { readonly kind: 'bytes'; readonly types: readonly string[]; readonly megabytes: number }
  | { readonly kind: 'stream'; readonly types: readonly string[]; readonly megabytes: number };

/** Carries the type of a schema along with it; there is never a value. */
export interface Carries<T> {
  readonly carries?: T;
}

/** A JSON body of this schema; the handler gets its type. */
export const jsonBody = <const S extends JSONSchema>(schema: S): BodySpec & Carries<FromSchema<S>> => ({
  kind: 'json',
  schema: schema as object,
});

/** A body taken as it is. */
export const bytesBody = (types: readonly string[], megabytes: number): BodySpec & Carries<Uint8Array> => ({
  kind: 'bytes',
  types,
  megabytes,
});

/** A body handed on while it arrives; the handler decides how much of it is held. */
export const streamBody = (types: readonly string[], megabytes: number): BodySpec & Carries<AsyncIterable<Uint8Array>> => ({
  kind: 'stream',
  types,
  megabytes,
});

/** Query parameters of this schema; the handler gets their type. */
export const queryBy = <const S extends JSONSchema>(schema: S): object & Carries<FromSchema<S>> => schema as object;
