import { randomUUID } from 'node:crypto';
import type { Issue } from '@careway/definition';
import { actorKey } from '../filing/file-case.js';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { StoredImport } from '../ports/import-store.js';
import type { RecordReader } from '../registers/record-reader.js';
import type { RecordWriter } from '../registers/record-writer.js';
import { registerIssue, registerRefusal } from '../registers/register-messages.js';
import type { WriteOptions } from '../runtime.js';
import type { ImportInput, RegisterReply, ScopedRegisters } from '../runtime-registers.js';
import type { ImportView } from '../views.js';
import { expireImport } from './expire-import.js';
import { importView, nothingRead, sealContent } from './import-preview.js';
import type { ImportRunner } from './import-runner.js';
import { removeUpload, UploadWriter } from './upload-parts.js';

/** Imports of one viewer: looked at first, then written, each file by who brought it. */
export class ImportDesk implements Pick<ScopedRegisters['imports'], 'start' | 'get' | 'commit' | 'discard'> {
  readonly #parts: TenantParts;

  constructor(
    readonly reader: RecordReader,
    readonly writer: RecordWriter,
    readonly runner: ImportRunner,
  ) {
    this.#parts = reader.parts;
  }

  async start(register: string, input: ImportInput): Promise<RegisterReply<ImportView>> {
    const definition = this.reader.definition(register);
    if (!definition?.import) return { ok: false, kind: 'not-found' };
    const refused = this.writer.mayKeep(definition);
    if (refused) return refused;
    const known = input.area === undefined || this.reader.scope.editAreas(definition).some(({ id }) => id === input.area);
    if (!known) return { ok: false, kind: 'issues', issues: [registerIssue('AREA_UNKNOWN', '/area', { name: input.area ?? '' })] };
    await this.#forgetEarlier(register);
    const id = `r-${randomUUID()}`;
    const issues = await this.#keep(id, input.content);
    const found: StoredImport = {
      id,
      register,
      version: 1,
      owner: this.#owner,
      at: this.#parts.time.now(),
      ...(input.area === undefined ? {} : { area: input.area }),
      kind: input.content.kind === 'cells' ? 'cells' : 'text',
      state: issues.length > 0 ? 'refused' : 'checking',
      ...nothingRead,
      sealed: sealContent(this.#parts.sealer, { file: input.name, issues, errors: [], rows: [] }),
    };
    await this.#parts.store.imports.put(found);
    if (issues.length === 0) this.runner.run(id);
    return { ok: true, value: this.#view(found), replayed: false };
  }

  async get(register: string, id: string): Promise<ImportView | undefined> {
    const found = await this.#mine(register, id);
    return found && this.#view(found);
  }

  async commit(register: string, id: string, reason: string, options: WriteOptions): Promise<RegisterReply<ImportView>> {
    const found = await this.#mine(register, id);
    if (!found) return { ok: false, kind: 'not-found' };
    const commitKey = actorKey(this.#owner, options.idempotencyKey);
    if (found.commitKey === commitKey) return { ok: true, value: this.#view(found), replayed: true };
    if (reason.trim() === '') return { ok: false, kind: 'issues', issues: [registerIssue('REASON_MISSING', '/reason')] };
    if (found.state !== 'checked' || found.counts.added + found.counts.changed === 0) {
      return { ok: false, kind: 'refused', refusal: registerRefusal('IMPORT_NOT_READY') };
    }
    const next: StoredImport = {
      ...found,
      ...nothingRead,
      version: found.version + 1,
      state: 'importing',
      reason: reason.trim(),
      commitKey,
    };
    if (!(await this.#parts.store.imports.put(next))) return this.commit(register, id, reason, options);
    this.runner.run(id);
    return { ok: true, value: this.#view(next), replayed: false };
  }

  /** Not while it is being written. */
  async discard(register: string, id: string): Promise<boolean> {
    const found = await this.#mine(register, id);
    if (!found || found.state === 'importing') return false;
    await removeUpload(this.#parts, id);
    return this.#parts.store.imports.remove(id);
  }

  /** Takes the file in. @returns why nothing of it can be read, if so */
  async #keep(id: string, content: ImportInput['content']): Promise<readonly Issue[]> {
    if (content.kind === 'unreadable') return content.issues;
    const upload = new UploadWriter({ parts: this.#parts, id, owner: this.#owner });
    try {
      if (content.kind === 'text') for await (const bytes of content.bytes) await upload.add(bytes);
      else for await (const rows of content.rows) await upload.add(jsonLines(rows));
      await upload.end();
      return [];
    } catch (error) {
      await removeUpload(this.#parts, id);
      throw error;
    }
  }

  /** A person looks at one file for a register at a time. */
  async #forgetEarlier(register: string): Promise<void> {
    for (const found of await this.#parts.store.imports.open()) {
      const replaced = found.owner === this.#owner && found.register === register;
      if (found.state === 'checked' && replaced) await expireImport(this.#parts, found);
    }
  }

  async #mine(register: string, id: string): Promise<StoredImport | undefined> {
    const found = this.reader.definition(register) && (await this.#parts.store.imports.get(id));
    return found && found.register === register && found.owner === this.#owner ? found : undefined;
  }

  #view(found: StoredImport): ImportView {
    return importView(this.#parts.sealer, found, this.runner.progress(found.id));
  }

  get #owner(): string {
    return this.reader.scope.scope.person?.id ?? '';
  }
}

function jsonLines(rows: readonly (readonly unknown[])[]): Uint8Array {
  return Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}
