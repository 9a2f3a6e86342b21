import type { Issue } from '@careway/definition';
import { HEADING_ROWS, formIssue, registerForm, type RegisterHeader, registerHeader, type TextEncoding } from '@careway/forms';
import type { ReadingTools } from '../facade/tenant-tools.js';
import { livePack } from '../loop/tenant-parts.js';
import { SerialQueue } from '../loop/serial-queue.js';
import type { StoredImport } from '../ports/import-store.js';
import { RecordReader } from '../registers/record-reader.js';
import { registerIssue } from '../registers/register-messages.js';
import { RegisterScope } from '../registers/register-scope.js';
import { ViewerScope } from '../scope/viewer-scope.js';
import { importAreas, type ImportPlan, planRows, type RowOutcome } from './import-batch.js';
import { expireImport } from './expire-import.js';
import { ImportPreview, nothingRead, openContent, sealContent } from './import-preview.js';
import { type ImportRow, importRows, surveyFile } from './import-rows.js';
import { removeUpload } from './upload-parts.js';

/** Rows of a text and of a spreadsheet that are imported at a time. */
export const rowsAtMost = { text: 200_000, cells: 20_000 } as const;
const hour = 60 * 60 * 1000;
const sweepEvery = hour;
/** A file that nobody imports is forgotten after this. */
const keptFor = 24 * hour;
/** Rows after which progress is kept for a restart. */
const keptEvery = 5000;

/** Reads and writes imported files in the background, one at a time, in batches between which the thread is free. */
export class ImportRunner {
  readonly #queue = new SerialQueue();
  readonly #waiting = new Map<string, Promise<void>>();
  readonly #progress = new Map<string, Pick<StoredImport, 'read' | 'counts'>>();
  #woken = false;
  #sweptAt = 0;
  #stopped = false;

  constructor(private readonly tools: ReadingTools) {}

  /** Goes on with what a process before this one left, once; forgets, every hour, files that nobody imported within a day. */
  async wake(): Promise<void> {
    const { parts } = this.tools;
    if (this.#woken && parts.time.at - this.#sweptAt < sweepEvery) return;
    const first = !this.#woken;
    this.#woken = true;
    this.#sweptAt = parts.time.at;
    for (const found of await parts.store.imports.open()) {
      if (found.state === 'checked' && parts.time.at - Date.parse(found.at) > keptFor) await expireImport(parts, found);
      else if (first && found.state !== 'checked') this.run(found.id);
    }
  }

  /** Begins or queues the work on an import. */
  run(id: string): void {
    if (this.#waiting.has(id)) return;
    const work = this.#queue.run('imports', () => this.#work(id)).finally(() => this.#waiting.delete(id));
    this.#waiting.set(id, work);
  }

  /** How far the work on an import is; undefined when there is none. */
  progress(id: string): Pick<StoredImport, 'read' | 'counts'> | undefined {
    return this.#progress.get(id);
  }

  /** Resolves when no work is left. */
  async idle(): Promise<void> {
    while (this.#waiting.size > 0) await Promise.all(this.#waiting.values());
  }

  /** Ends after the batch under way; a later process goes on. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.idle();
  }

  async #work(id: string): Promise<void> {
    const { imports } = this.tools.parts.store;
    try {
      const found = await imports.get(id);
      if (found?.state === 'checking') await this.#check(found);
      if (found?.state === 'importing') await this.#write(found);
    } catch {
      // A store that is closed cannot be told either; the next process goes on.
      if (!this.#stopped) await this.#refuse(id, [registerIssue('IMPORT_FAILED', '')]).catch(() => undefined);
    } finally {
      this.#progress.delete(id);
    }
  }

  async #check(found: StoredImport): Promise<void> {
    const { parts } = this.tools;
    const limit = rowsAtMost[found.kind];
    const reading = await surveyFile(parts, found.id, found.kind, limit + HEADING_ROWS);
    if (!reading.ok) return this.#refuse(found.id, reading.issues);
    if (reading.rows > limit + 1) return this.#refuse(found.id, [registerIssue('FILE_ROWS_TOO_MANY', '', { limit })]);
    const { encoding } = reading;
    const surveyed = await this.#save(found, { total: reading.rows, ...(encoding === undefined ? {} : { encoding }) });
    const preview = surveyed && (await this.#each(surveyed, encoding, async (_plan, outcomes) => outcomes));
    if (!surveyed || !preview) return;
    const file = openContent(parts.sealer, surveyed).file;
    const { header, last } = preview;
    if (preview.shown.progress.read === 0) return this.#refuse(found.id, [...header.issues, formIssue('ROSTER_EMPTY', '')]);
    const sealed = sealContent(parts.sealer, { file, issues: header.issues, ...preview.shown.content });
    await this.#save(last, { state: 'checked', ...preview.shown.progress, total: preview.shown.progress.read, sealed });
  }

  async #write(found: StoredImport): Promise<void> {
    const { parts } = this.tools;
    const written = await this.#each(found, found.encoding as TextEncoding | undefined, async (plan, outcomes) => {
      const writes = outcomes.filter((outcome) => 'record' in outcome);
      const done = await parts.store.registers.putAll(writes.map(({ record }) => record()));
      const failed = new Set<RowOutcome>(writes.filter((_, index) => !done[index]));
      return outcomes.map((outcome) => settled(plan, outcome, failed));
    });
    if (!written) return;
    const { file, issues } = openContent(parts.sealer, found);
    // What was shown of people before goes with the file; errors name lines and columns.
    const sealed = sealContent(parts.sealer, { file, issues, errors: written.shown.content.errors, rows: [] });
    if (await this.#save(written.last, { state: 'done', ...written.shown.progress, sealed })) await removeUpload(parts, found.id);
  }

  /** Takes a file row by row; undefined when the headings are wrong, or somebody ended the import meanwhile. */
  async #each(
    found: StoredImport,
    encoding: TextEncoding | undefined,
    work: (plan: ImportPlan, outcomes: readonly RowOutcome[]) => Promise<readonly RowOutcome[]>,
  ): Promise<{ readonly shown: ImportPreview; readonly header: RegisterHeader; readonly last: StoredImport } | undefined> {
    const { parts } = this.tools;
    const reader = await this.#readerFor(found.owner);
    const definition = reader.definition(found.register);
    if (!definition) return void (await this.#refuse(found.id, [registerIssue('IMPORT_FAILED', '')]));
    const rows = headed(importRows(parts, found.id, encoding));
    const header = registerHeader(
      registerForm(definition),
      definition.key,
      (await rows.first()).map(({ cells }) => cells),
    );
    if (header.issues.some(({ severity }) => severity === 'error')) return void (await this.#refuse(found.id, header.issues));
    const cause = { at: parts.time.now(), source: 'import', by: found.owner, reason: found.reason ?? '', request: found.id } as const;
    const areas = importAreas(reader, definition, found.area);
    const plan: ImportPlan = { reader, definition, header, areas, cause, seen: new Map() };
    const shown = new ImportPreview(definition, reader.shown());
    let last = found;
    for await (const batch of rows.after(header.at)) {
      if (this.#stopped || (await parts.store.imports.get(found.id))?.version !== last.version) return undefined;
      await shown.add(await work(plan, await planRows(plan, batch)));
      this.#progress.set(found.id, shown.progress);
      if (shown.progress.read - last.read < keptEvery) continue;
      const kept = await this.#save(last, shown.progress);
      if (!kept) return undefined;
      last = kept;
    }
    return { shown, header, last };
  }

  /** The registers as the owner of an import may use them now. */
  async #readerFor(owner: string): Promise<RecordReader> {
    const { parts, people } = this.tools;
    const person = await people.byId(owner);
    const viewer = person ? ({ kind: 'person', ...person } as const) : ({ kind: 'public' } as const);
    const scope = new ViewerScope(parts, viewer, livePack(parts, person?.roles[0]?.area ?? '').organisation);
    return new RecordReader(this.tools, new RegisterScope(scope));
  }

  async #refuse(id: string, issues: readonly Issue[]): Promise<void> {
    const { parts } = this.tools;
    const found = await parts.store.imports.get(id);
    if (!found) return;
    const { file } = openContent(parts.sealer, found);
    const sealed = sealContent(parts.sealer, { file, issues, errors: [], rows: [] });
    await this.#save(found, { state: 'refused', ...nothingRead, sealed });
    await removeUpload(parts, id);
  }

  /** The import with a change; undefined when somebody changed it meanwhile. */
  async #save(found: StoredImport, change: Partial<StoredImport>): Promise<StoredImport | undefined> {
    const next = { ...found, ...change, version: found.version + 1 };
    return (await this.tools.parts.store.imports.put(next)) ? next : undefined;
  }
}

/** What came of writing a row: a record that somebody changed at that moment is left alone; one written before the restart counts. */
function settled({ cause }: ImportPlan, outcome: RowOutcome, failed: ReadonlySet<RowOutcome>): RowOutcome {
  if (failed.has(outcome)) return { line: outcome.line, kind: 'wrong', issues: [registerIssue('CHANGED_MEANWHILE', '')] };
  if (outcome.kind !== 'same' || outcome.known.cause.request !== cause.request) return outcome;
  const { line, known } = outcome;
  return { line, kind: known.version === 1 ? 'added' : 'changed', record: () => known };
}

/** Looks at the first rows of a file for the headings, then gives all rows after them. */
function headed(batches: AsyncGenerator<readonly ImportRow[]>) {
  let first: readonly ImportRow[] = [];
  return {
    async first(): Promise<readonly ImportRow[]> {
      while (first.length < HEADING_ROWS) {
        const next = await batches.next();
        if (next.done) break;
        first = [...first, ...next.value];
      }
      return first;
    },
    async *after(at: number): AsyncGenerator<readonly ImportRow[]> {
      if (first.length > at + 1) yield first.slice(at + 1);
      yield* batches;
    },
  };
}
