import type { DocumentKind } from './document-kind.js';
import { freezeJson } from './freeze-json.js';
import type { Issue } from './issue.js';
import { packIssue } from './issue-catalogue.js';
import { emptyDraft, type PackDraft } from './pack-content.js';
import { packPath } from './pack-path.js';
import { type DocumentOf, parseDocument, readFile } from './parse-document.js';

/** What was read from the files of a pack: documents whose own shape is right, and keys of those that are broken. */
export interface PackReading {
  readonly draft: PackDraft;
  readonly manifestRead: boolean;
  /** Keys (`form:x`) of documents that are there, but wrong: references to them do not dangle. */
  readonly broken: Set<string>;
  readonly issues: Issue[];
}

const placeholder: DocumentOf['pack'] = {
  id: 'unreadable',
  version: '0.0.0',
  kind: 'base',
  label: { 'zh-CN': '无法读取', en: 'unreadable' },
  locales: ['zh-CN'],
};

/** Reads all files of a pack, each by itself, in the order of their paths. */
export function readPackFiles(files: ReadonlyMap<string, string>): PackReading {
  const manifest = files.get('pack.json');
  const parsed =
    manifest === undefined
      ? { issues: [packIssue('PACK_MANIFEST_MISSING', '', {}, { file: 'pack.json' })] }
      : parseDocument('pack', manifest, 'pack.json');
  const document = 'document' in parsed ? parsed.document : undefined;
  const reading: PackReading = {
    draft: emptyDraft(freezeJson(document ?? placeholder)),
    manifestRead: document !== undefined,
    broken: new Set(),
    issues: [...parsed.issues],
  };
  reading.draft.files.set('pack', 'pack.json');
  for (const path of [...files.keys()].sort()) {
    if (path !== 'pack.json') readOne(reading, path, files.get(path) ?? '');
  }
  return reading;
}

function readOne(reading: PackReading, path: string, source: string): void {
  const place = packPath(path);
  if (place.kind === 'ignored') return;
  if (place.kind === 'unknown') {
    const severity = path.endsWith('.json') ? 'error' : 'warning';
    reading.issues.push(packIssue('UNKNOWN_FILE', '', { name: path }, { file: path, severity }));
    return;
  }
  if (place.kind === 'fixture') {
    const { json, issues } = readFile(source, path);
    reading.issues.push(...issues);
    if (json !== undefined) addFixture(reading.draft, place, { value: freezeJson(json), path });
    return;
  }
  const { document, json, issues } = parseDocument(place.document, source, path);
  reading.issues.push(...issues);
  const expected =
    place.document === 'workflow' || place.document === 'form' ? place.folder : place.document === 'calendar' ? place.name : undefined;
  if (document === undefined) {
    for (const key of brokenKeys(place.document, json, expected ?? place.name)) reading.broken.add(key);
    return;
  }
  addDocument(reading, { kind: place.document, document: freezeJson(document), path, expected });
}

interface FixturePlace {
  readonly form: string;
  readonly valid: boolean;
  readonly name: string;
}

function addFixture(draft: PackDraft, place: FixturePlace, { value, path }: { value: unknown; path: string }): void {
  draft.files.set(`fixture:${place.form}`, path);
  const known = draft.fixtures.get(place.form) ?? { valid: new Map<string, unknown>(), invalid: new Map<string, unknown>() };
  const side = place.valid ? known.valid : known.invalid;
  (side as Map<string, unknown>).set(place.name, value);
  draft.fixtures.set(place.form, known);
}

function brokenKeys(kind: DocumentKind, json: unknown, name: string): readonly string[] {
  if (kind === 'remedies') return ['remedy:*'];
  if (kind === 'clauses') return ['clause:*'];
  const id = typeof json === 'object' && json !== null && 'id' in json && typeof json.id === 'string' ? json.id : name;
  return kind === 'organisation' || kind === 'overlay' ? [kind] : [`${kind}:${id}`];
}

interface Arrival {
  readonly kind: DocumentKind;
  readonly document: unknown;
  readonly path: string;
  readonly expected: string | undefined;
}

function addDocument(reading: PackReading, arrival: Arrival): void {
  const { kind, document, path } = arrival;
  const { draft } = reading;
  if (kind === 'organisation') draft.organisation = document as DocumentOf['organisation'];
  else if (kind === 'overlay') draft.overlay = document as DocumentOf['overlay'];
  else if (kind === 'remedies') return addRemedies(reading, document as DocumentOf['remedies'], path);
  else return addToCollection(reading, arrival);
  draft.files.set(kind, path);
}

function addRemedies(reading: PackReading, document: DocumentOf['remedies'], file: string): void {
  for (const [index, remedy] of document.remedies.entries()) {
    if (reading.draft.remedies.has(remedy.id)) {
      reading.issues.push(packIssue('DUPLICATE_ID', `/remedies/${index}/id`, { id: remedy.id, what: 'remedy' }, { file }));
    }
    reading.draft.remedies.set(remedy.id, remedy);
    reading.draft.files.set(`remedy:${remedy.id}`, file);
  }
}

function addToCollection(reading: PackReading, { kind, document, path, expected }: Arrival): void {
  const { draft, issues } = reading;
  const collection = {
    workflow: draft.workflows,
    decision: draft.decisions,
    form: draft.forms,
    service: draft.services,
    letter: draft.letters,
    clauses: draft.clauseDocuments,
    calendar: draft.calendars,
    register: draft.registers,
    schedule: draft.schedules,
    scenario: draft.scenarios,
  }[kind as Exclude<DocumentKind, 'pack' | 'organisation' | 'overlay' | 'remedies' | 'demo'>] as Map<string | number, unknown>;
  const identity = kind === 'calendar' ? (document as DocumentOf['calendar']).year : (document as { id: string }).id;
  const pointer = kind === 'calendar' ? '/year' : '/id';
  if (expected !== undefined && String(identity) !== expected) {
    issues.push(packIssue('ID_NOT_FOLDER', pointer, { id: String(identity), expected }, { file: path }));
  }
  if (collection.has(identity)) issues.push(packIssue('DUPLICATE_ID', pointer, { id: String(identity), what: kind }, { file: path }));
  collection.set(identity, document);
  draft.files.set(`${kind}:${identity}`, path);
}
