import type { DocumentKind } from './document-kind.js';
import { readJson } from './json-text.js';

/** What a path inside a pack stands for. */
export type PackPath =
  | { readonly kind: 'document'; readonly document: DocumentKind; readonly folder?: string; readonly name: string }
  | { readonly kind: 'fixture'; readonly form: string; readonly valid: boolean; readonly name: string }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'unknown' };

/** Files beside a pack that the product reads, but that are no part of its content. */
const beside = new Set(['demo.json']);

const roots: Readonly<Record<string, DocumentKind>> = {
  'pack.json': 'pack',
  'organisation.json': 'organisation',
  'remedies.json': 'remedies',
  'overlay.json': 'overlay',
};

const folders: Readonly<Record<string, DocumentKind>> = {
  services: 'service',
  letters: 'letter',
  clauses: 'clauses',
  calendars: 'calendar',
  registers: 'register',
  schedules: 'schedule',
  indicators: 'decision',
};

const inWorkflow: Readonly<Record<string, DocumentKind>> = { decisions: 'decision', scenarios: 'scenario' };

/** Tells what a file of a pack is by its path alone, relative to the folder of pack.json. */
export function packPath(path: string): PackPath {
  const parts = path.split('/');
  const file = parts.at(-1) ?? '';
  if (parts.some((part) => part.startsWith('.')) || /^(readme|licen[cs]e|notice)\b/i.test(file) || file.endsWith('.md'))
    return { kind: 'ignored' };
  if (beside.has(path) || parts[0] === 'samples') return { kind: 'ignored' };
  if (!file.endsWith('.json')) return { kind: 'unknown' };
  const name = file.slice(0, -'.json'.length);
  const [first = '', second = '', third = ''] = parts;
  const document = (kind: DocumentKind | undefined, folder?: string): PackPath =>
    kind === undefined ? { kind: 'unknown' } : { kind: 'document', document: kind, name, ...(folder === undefined ? {} : { folder }) };
  if (parts.length === 1) return document(Object.hasOwn(roots, file) ? roots[file] : undefined);
  if (first === 'forms') {
    if (parts.length === 3 && file === 'form.json') return document('form', second);
    if (parts.length === 5 && third === 'fixtures' && (parts[3] === 'valid' || parts[3] === 'invalid')) {
      return { kind: 'fixture', form: second, valid: parts[3] === 'valid', name };
    }
    return { kind: 'unknown' };
  }
  if (Object.hasOwn(folders, first)) return parts.length === 2 ? document(folders[first]) : { kind: 'unknown' };
  if (parts.length === 2 && file === 'workflow.json') return document('workflow', first);
  if (parts.length === 3 && Object.hasOwn(inWorkflow, second)) return document(inWorkflow[second], first);
  return { kind: 'unknown' };
}

/** A folder that a loader reads, relative to the folder of pack.json, and what its files' keys begin with. */
export interface PackFolder {
  readonly folder: string;
  readonly prefix: string;
  /** Folders directly inside that belong to another entry of the list. */
  readonly skip: readonly string[];
}

/**
 * The folders whose files make up a pack, told from the text of its pack.json: the pack's own, keyed as they are, and that of its
 * forms, keyed `forms/…` wherever it lies. A loader reads every file below them, but for those that `packPath` calls ignored.
 */
export function packFolders(packJson: string): readonly PackFolder[] {
  const value = readJson(packJson).value;
  const forms = typeof value === 'object' && value !== null && 'forms' in value ? value.forms : undefined;
  const folder = typeof forms === 'string' && /^(\.\.\/)?[a-z][a-z0-9-]*$/.test(forms) ? forms : 'forms';
  const inside = !folder.startsWith('../');
  return [
    { folder: '', prefix: '', skip: inside ? [folder] : [] },
    { folder, prefix: 'forms/', skip: [] },
  ];
}
