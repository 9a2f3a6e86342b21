import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobStore, DraftStore, StoredBlob, StoredDraft } from '../ports/draft-store.js';
import { eraseFile, syncFolder } from './durable-file.js';
import type { Database } from './database.js';

/** Drafts of one tenant in a SQLite file. */
export class SqliteDraftStore implements DraftStore {
  constructor(
    readonly database: Database,
    readonly tenant: string,
  ) {}

  async list(owner: string): Promise<readonly StoredDraft[]> {
    const rows = this.database.all('select data from draft where tenant = ? and owner = ? order by id', this.tenant, owner);
    return rows.map((row) => JSON.parse(String(row.data)));
  }

  async get(id: string): Promise<StoredDraft | undefined> {
    const row = this.database.get('select data from draft where tenant = ? and id = ?', this.tenant, id);
    return row && JSON.parse(String(row.data));
  }

  put(draft: StoredDraft): Promise<boolean> {
    const { database, tenant } = this;
    return database.write(() => {
      const row = database.get('select version from draft where tenant = ? and id = ?', tenant, draft.id);
      if (Number(row?.version ?? 0) !== draft.version - 1) return false;
      const sql = 'insert or replace into draft (tenant, id, owner, version, data) values (?, ?, ?, ?, ?)';
      database.run(sql, tenant, draft.id, draft.owner, draft.version, JSON.stringify(draft));
      database.run('delete from draft_subject where tenant = ? and draft = ?', tenant, draft.id);
      const add = 'insert or ignore into draft_subject (tenant, subject, draft) values (?, ?, ?)';
      for (const subject of draft.subjects) database.run(add, tenant, subject, draft.id);
      return true;
    });
  }

  remove(id: string): Promise<boolean> {
    return this.database.write(() => {
      this.database.run('delete from draft_subject where tenant = ? and draft = ?', this.tenant, id);
      return this.database.run('delete from draft where tenant = ? and id = ?', this.tenant, id) > 0;
    });
  }

  async bySubject(subject: string): Promise<readonly StoredDraft[]> {
    const sql =
      'select d.data from draft_subject s join draft d on d.tenant = s.tenant and d.id = s.draft where s.tenant = ? and s.subject = ?';
    return this.database.all(sql, this.tenant, subject).map((row) => JSON.parse(String(row.data)));
  }
}

/** Files of one tenant: what is known of them in SQLite, their content beside it under random names. */
export class SqliteBlobStore implements BlobStore {
  constructor(
    readonly database: Database,
    readonly tenant: string,
    readonly folder: string,
  ) {}

  async put(blob: StoredBlob, bytes: Uint8Array): Promise<void> {
    const file = this.#file(blob.ref.id);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(`${file}.part`, bytes, { mode: 0o600, flush: true });
    await rename(`${file}.part`, file);
    await syncFolder(dirname(file));
    const sql = 'insert or replace into blob (tenant, id, draft, case_id, data) values (?, ?, ?, ?, ?)';
    const { draft, caseId } = blob;
    await this.database.write(() => this.database.run(sql, this.tenant, blob.ref.id, draft ?? null, caseId ?? null, JSON.stringify(blob)));
  }

  async get(id: string) {
    const blob = this.#blob(id);
    if (!blob) return undefined;
    return { blob, bytes: new Uint8Array(await readFile(this.#file(id))) };
  }

  async list({ draft, caseId }: { draft?: string; caseId?: string }): Promise<readonly StoredBlob[]> {
    const sql = 'select data from blob where tenant = ? and (draft = ? or case_id = ?) order by id';
    return this.database.all(sql, this.tenant, draft ?? null, caseId ?? null).map((row) => JSON.parse(String(row.data)));
  }

  async attach(id: string, caseId: string): Promise<void> {
    await this.database.write(() => {
      const blob = this.#blob(id);
      if (!blob) return;
      const { draft: _, ...rest } = blob;
      const sql = 'update blob set draft = null, case_id = ?, data = ? where tenant = ? and id = ?';
      this.database.run(sql, caseId, JSON.stringify({ ...rest, caseId }), this.tenant, id);
    });
  }

  async remove(id: string): Promise<boolean> {
    if (!this.#blob(id)) return false;
    await eraseFile(this.#file(id));
    return this.database.write(() => this.database.run('delete from blob where tenant = ? and id = ?', this.tenant, id) > 0);
  }

  #blob(id: string): StoredBlob | undefined {
    const row = this.database.get('select data from blob where tenant = ? and id = ?', this.tenant, id);
    return row && JSON.parse(String(row.data));
  }

  #file(id: string): string {
    if (!/^[a-z0-9-]{8,64}$/.test(id)) throw new Error('not a file id');
    return join(this.folder, this.tenant, id.slice(0, 2), id);
  }
}
