import { checkReferences } from './checks/check-references.js';
import type { Pack } from './documents.js';
import type { Issue } from './issue.js';
import { packIssue } from './issue-catalogue.js';
import { hashDocuments, hashPack } from './pack-content.js';
import { type PackReading, readPackFiles } from './pack-reader.js';

/** Files of a pack by their path relative to the folder of pack.json; those of its forms under `forms/`. */
export type PackFiles = ReadonlyMap<string, string> | Readonly<Record<string, string>>;

export interface ParsePackOptions {
  /** Most files a pack may have; 5,000 when left out. */
  readonly maxFiles?: number;
  /** Most UTF-16 units all files may hold together; 40 million when left out. */
  readonly maxLength?: number;
}

export interface ParsedPack {
  /** Missing where any issue is an error. */
  readonly pack?: Pack;
  /** All issues at once, by file and place. */
  readonly issues: readonly Issue[];
}

/**
 * Reads the documents of one pack and checks them against their schemas and, for a base pack, against one another.
 * An overlay's references are checked when it is composed with its base. Never throws; the same files give the same answer.
 */
export function parsePack(files: PackFiles, options: ParsePackOptions = {}): ParsedPack {
  const map =
    files instanceof Map ? (files as ReadonlyMap<string, string>) : new Map(Object.entries(files as Readonly<Record<string, string>>));
  const limits = limitIssues(map, options);
  if (limits.length > 0) return { issues: limits };
  const reading = readPackFiles(map);
  const issues = [...reading.issues, ...manifestIssues(reading)];
  if (reading.manifestRead && reading.draft.manifest.kind === 'base') issues.push(...checkReferences(reading.draft, reading.broken));
  const sorted = sortIssues(issues);
  if (sorted.some((issue) => issue.severity === 'error')) return { issues: sorted };
  return { pack: { ...reading.draft, hash: hashPack(hashDocuments(reading.draft)) }, issues: sorted };
}

function limitIssues(files: ReadonlyMap<string, string>, { maxFiles = 5000, maxLength = 40_000_000 }: ParsePackOptions): Issue[] {
  if (files.size > maxFiles) return [packIssue('PACK_TOO_MANY_FILES', '', { limit: maxFiles })];
  let length = 0;
  for (const source of files.values()) length += source.length;
  return length > maxLength ? [packIssue('PACK_TOO_LARGE', '', { limit: maxLength })] : [];
}

function manifestIssues({ draft, manifestRead, broken }: PackReading): Issue[] {
  if (!manifestRead) return [];
  const { kind, extends: parent } = draft.manifest;
  const issues: Issue[] = [];
  const file = 'pack.json';
  if (kind === 'overlay' && !parent) issues.push(packIssue('PACK_EXTENDS_MISSING', '/extends', {}, { file }));
  if (kind === 'base' && parent) issues.push(packIssue('PACK_EXTENDS_UNEXPECTED', '/extends', {}, { file }));
  if (kind === 'base' && !draft.organisation && !broken.has('organisation')) {
    issues.push(packIssue('ORGANISATION_MISSING', '', {}, { file: 'organisation.json' }));
  }
  if (kind === 'base' && (draft.overlay || broken.has('overlay')))
    issues.push(packIssue('OVERLAY_UNEXPECTED', '', {}, { file: 'overlay.json' }));
  return issues;
}

/** Issues by file, then place, then code; of equal ones only the first. */
export function sortIssues(issues: readonly Issue[]): readonly Issue[] {
  const key = (issue: Issue) => [issue.file ?? '', issue.path, issue.code, issue.message.en].join('\u0000');
  const byKey = new Map<string, Issue>();
  for (const issue of issues) if (!byKey.has(key(issue))) byKey.set(key(issue), issue);
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, issue]) => issue);
}
