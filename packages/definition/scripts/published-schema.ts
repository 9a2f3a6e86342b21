import { type DocumentKind, schemaOf } from '../src/document-kind.js';

/** The text of `docs/schemas/<kind>.json`, which gives editors completion through `$schema`. */
export function publishedSchema(kind: DocumentKind): string {
  return `${JSON.stringify(schemaOf(kind), null, 2)}\n`;
}
