import type { DocumentKind } from './document-kind.js';
import type { Issue } from './issue.js';
import { packIssue } from './issue-catalogue.js';
import { readJson } from './json-text.js';
import { schemaIssues } from './schema-issues.js';
import type { CalendarDefinition } from './schemas/calendar.js';
import type { ClauseDocument } from './schemas/clause.js';
import type { DecisionDefinition } from './schemas/decision.js';
import type { DemoDefinition } from './schemas/demo.js';
import type { FormDefinition } from './schemas/form.js';
import type { LetterDefinition } from './schemas/letter.js';
import type { OrganisationDefinition } from './schemas/organisation.js';
import type { OverlayDocument } from './schemas/overlay.js';
import type { PackManifest } from './schemas/pack.js';
import type { RegisterDefinition } from './schemas/register.js';
import type { RemediesDocument } from './schemas/remedy.js';
import type { ScheduleDefinition } from './schemas/schedule.js';
import type { Scenario } from './schemas/scenario.js';
import type { ServiceDefinition } from './schemas/service.js';
import type { WorkflowDefinition } from './schemas/workflow.js';

/** Type of the document of each kind. */
export interface DocumentOf {
  readonly pack: PackManifest;
  readonly organisation: OrganisationDefinition;
  readonly overlay: OverlayDocument;
  readonly remedies: RemediesDocument;
  readonly service: ServiceDefinition;
  readonly letter: LetterDefinition;
  readonly clauses: ClauseDocument;
  readonly calendar: CalendarDefinition;
  readonly register: RegisterDefinition;
  readonly workflow: WorkflowDefinition;
  readonly decision: DecisionDefinition;
  readonly scenario: Scenario;
  readonly schedule: ScheduleDefinition;
  readonly form: FormDefinition;
  readonly demo: DemoDefinition;
}

/** Longest text of one file, in UTF-16 units. */
export const maxFileLength = 2_000_000;

/** A document read from text or from a JSON value: `document` where its own shape is right, and all issues of that shape. */
export interface ParsedDocument<K extends DocumentKind> {
  readonly document?: DocumentOf[K];
  /** The JSON value, where the text could be read at all. */
  readonly json?: unknown;
  readonly issues: readonly Issue[];
}

/**
 * Reads one document and checks it against the schema of its kind. Never throws; references to other documents are checked
 * when the pack is parsed.
 * @param source JSON text, or a JSON value already read.
 * @param file named in the issues.
 */
export function parseDocument<K extends DocumentKind>(kind: K, source: unknown, file?: string): ParsedDocument<K> {
  const read = typeof source === 'string' ? readFile(source, file) : readValue(source, file);
  if (read.json === undefined) return { issues: read.issues };
  const issues = [...read.issues, ...schemaIssues(kind, read.json, file)];
  return issues.length > 0 ? { json: read.json, issues } : { document: read.json as DocumentOf[K], json: read.json, issues };
}

function readValue(source: unknown, file?: string) {
  const written = writeJson(source);
  return written === undefined
    ? { issues: [packIssue('JSON_MALFORMED', '', { line: 1, column: 1, reason: 'not a JSON value' }, file === undefined ? {} : { file })] }
    : readFile(written, file);
}

function writeJson(source: unknown): string | undefined {
  try {
    return JSON.stringify(source) as string | undefined;
  } catch {
    return undefined;
  }
}

/** Reads the JSON text of one file of a pack; every problem is an issue. */
export function readFile(source: string, file?: string): { readonly json?: unknown; readonly issues: readonly Issue[] } {
  const more = file === undefined ? {} : { file };
  if (source.length > maxFileLength) return { issues: [packIssue('FILE_TOO_LARGE', '', { limit: maxFileLength }, more)] };
  const { value, problems } = readJson(source);
  return { json: value, issues: problems.map((problem) => packIssue(problem.code, problem.path, problem.params, more)) };
}
