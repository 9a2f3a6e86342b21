import type { Pack } from './documents.js';
import { hashDocument } from './hash.js';

/** The documents of a pack while it is put together. */
export type PackContent = Omit<Pack, 'hash'>;

type Writable<T> = { -readonly [K in keyof T]: T[K] extends ReadonlyMap<infer I, infer V> ? Map<I, V> : T[K] };

/** A content that may still be written to. */
export type PackDraft = Writable<PackContent>;

const collections = {
  workflow: 'workflows',
  decision: 'decisions',
  form: 'forms',
  service: 'services',
  letter: 'letters',
  remedy: 'remedies',
  clauses: 'clauseDocuments',
  calendar: 'calendars',
  register: 'registers',
  schedule: 'schedules',
  scenario: 'scenarios',
} as const;

/** Kinds of which a pack has many, by the name used in document keys such as `workflow:subsidy-approval`. */
export type CollectionKind = keyof typeof collections;

export const collectionKinds = Object.keys(collections) as readonly CollectionKind[];

/** The documents of one kind, by id (calendars by year). */
export function documentsOf(content: PackContent, kind: CollectionKind): ReadonlyMap<string | number, unknown> {
  return content[collections[kind]];
}

/** An empty content with the given manifest. */
export function emptyDraft(manifest: Pack['manifest']): PackDraft {
  return {
    manifest,
    workflows: new Map(),
    decisions: new Map(),
    forms: new Map(),
    services: new Map(),
    letters: new Map(),
    remedies: new Map(),
    clauseDocuments: new Map(),
    calendars: new Map(),
    registers: new Map(),
    schedules: new Map(),
    scenarios: new Map(),
    fixtures: new Map(),
    files: new Map(),
  };
}

/** Every document under its key, fixtures of forms included, in the order of their keys. */
export function documentEntries(content: PackContent): readonly (readonly [string, unknown])[] {
  const entries: [string, unknown][] = [['pack', content.manifest]];
  if (content.organisation) entries.push(['organisation', content.organisation]);
  if (content.overlay) entries.push(['overlay', content.overlay]);
  for (const kind of collectionKinds) {
    for (const [id, document] of documentsOf(content, kind)) entries.push([`${kind}:${id}`, document]);
  }
  for (const [form, { valid, invalid }] of content.fixtures) {
    for (const [name, value] of valid) entries.push([`fixture:${form}/valid/${name}`, value]);
    for (const [name, value] of invalid) entries.push([`fixture:${form}/invalid/${name}`, value]);
  }
  return entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Content hash of each document, by its key. */
export function hashDocuments(content: PackContent): ReadonlyMap<string, string> {
  return new Map(documentEntries(content).map(([key, document]) => [key, hashDocument(document)]));
}

/** Content hash of a whole pack: SHA-256 over the hashes of its documents by key. */
export function hashPack(documentHashes: ReadonlyMap<string, string>): string {
  return hashDocument(Object.fromEntries(documentHashes));
}
