import type { Issue, RegisterDefinition } from '@careway/definition';
import { AREA_COLUMN } from '@careway/forms';
import type { Sealer } from '../crypto/sealer.js';
import type { StoredImport } from '../ports/import-store.js';
import { changesBetween } from '../registers/record-history.js';
import type { ShownValues } from '../registers/shown-values.js';
import type { ImportView, RowIssue } from '../views.js';
import type { RowOutcome } from './import-batch.js';

/** Errors that are kept and shown; all of them are counted. */
const errorsKept = 1000;
/** Rows shown before an import. */
const rowsShown = 100;

/** What an import holds of people, sealed where it is stored. */
export interface ImportContent {
  readonly file: string;
  readonly issues: readonly Issue[];
  readonly errors: readonly RowIssue[];
  readonly rows: ImportView['rows'];
}

/** Counts what becomes of the rows of a file and keeps the first of them for a person to look at. */
export class ImportPreview {
  readonly #counts = { added: 0, changed: 0, same: 0, wrong: 0 };
  readonly #errors: RowIssue[] = [];
  readonly #rows: ImportView['rows'][number][] = [];
  #read = 0;

  constructor(
    readonly definition: RegisterDefinition,
    readonly shown: ShownValues,
  ) {}

  get progress(): Pick<StoredImport, 'read' | 'counts'> {
    return { read: this.#read, counts: { ...this.#counts } };
  }

  get content(): Pick<ImportContent, 'errors' | 'rows'> {
    return { errors: this.#errors, rows: this.#rows };
  }

  async add(outcomes: readonly RowOutcome[]): Promise<void> {
    this.#read += outcomes.length;
    for (const outcome of outcomes) {
      this.#counts[outcome.kind] += 1;
      if (outcome.kind === 'wrong') this.#addErrors(outcome.line, outcome.issues);
      else if (outcome.kind !== 'same' && this.#rows.length < rowsShown) await this.#addRow(outcome);
    }
  }

  #addErrors(line: number, issues: readonly Issue[]): void {
    for (const { code, path, message } of issues) {
      if (this.#errors.length >= errorsKept) return;
      const field = path.split('/')[1];
      const label = field === AREA_COLUMN.id ? AREA_COLUMN.label : this.definition.fields.find(({ id }) => id === field)?.label;
      this.#errors.push({ line, ...(field === undefined || !label ? {} : { field, label }), code, message });
    }
  }

  async #addRow({ line, kind, record: make, known }: Extract<RowOutcome, { kind: 'added' | 'changed' }>): Promise<void> {
    const record = make();
    const changes = await changesBetween({ shown: this.shown, definition: this.definition }, known, record);
    this.#rows.push({ line, kind, name: record.name, changes });
  }
}

export const nothingRead: Pick<StoredImport, 'read' | 'counts'> = { read: 0, counts: { added: 0, changed: 0, same: 0, wrong: 0 } };

export function sealContent(sealer: Sealer, content: ImportContent): string {
  return sealer.text(JSON.stringify(content));
}

/** An import whose content was erased is empty. */
export function openContent(sealer: Sealer, { sealed }: Pick<StoredImport, 'sealed'>): ImportContent {
  return sealed === '' ? { file: '', issues: [], errors: [], rows: [] } : (JSON.parse(sealer.open(sealed)) as ImportContent);
}

/** An import as its owner sees it; of one under way the newest progress. */
export function importView(sealer: Sealer, found: StoredImport, progress?: Pick<StoredImport, 'read' | 'counts'>): ImportView {
  const { id, register, at, state, encoding, total, read, counts } = found;
  return {
    id,
    register,
    at,
    state,
    ...(encoding === undefined ? {} : { encoding }),
    ...(total === undefined ? {} : { total }),
    read,
    counts,
    ...progress,
    ...openContent(sealer, found),
  };
}
