import { closeSync, existsSync, openSync } from 'node:fs';
import { StoreUnusable } from '../ports/store.js';
import { type Connection, connect, type Row, type SqlValue, type Statement } from './driver.js';
import { schema, schemaVersion } from './schema.js';

interface Waiting {
  readonly work: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}
type Settled = { readonly waiting: Waiting; readonly ok: boolean; readonly value: unknown };

/**
 * One SQLite file: write-ahead log, an fsync before every acknowledgement, deleted bytes overwritten. Writes that arrive together share
 * one transaction; each has its savepoint, so that one that throws takes only itself back.
 */
export class Database {
  readonly #connection: Connection;
  readonly #statements = new Map<string, Statement>();
  #waiting: Waiting[] = [];
  #scheduled = false;
  #closed = false;

  constructor(readonly file: string) {
    this.#connection = openFile(file);
  }

  get(sql: string, ...values: SqlValue[]): Row | undefined {
    return this.#prepared(sql).get(...values);
  }

  all(sql: string, ...values: SqlValue[]): Row[] {
    return this.#prepared(sql).all(...values);
  }

  run(sql: string, ...values: SqlValue[]): number {
    return Number(this.#prepared(sql).run(...values).changes);
  }

  /** Runs `work` inside the next transaction; resolves when that is durable. Rejects when it throws; then nothing of it is kept. */
  write<T>(work: () => T): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('the store is closed'));
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as (value: never) => void, reject });
      if (this.#scheduled) return;
      this.#scheduled = true;
      setImmediate(() => this.#flush());
    });
  }

  /**
   * Rewrites the file from its live rows and empties the log. `secure_delete` alone is not enough: a page that was rebuilt keeps bytes of
   * rows that moved out of it.
   */
  vacuum(): void {
    this.#connection.exec('vacuum');
    this.#connection.exec('pragma wal_checkpoint(truncate)');
  }

  close(): void {
    if (this.#closed) return;
    this.#flush();
    this.#closed = true;
    this.#statements.clear();
    this.#connection.close();
  }

  #prepared(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#connection.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #flush(): void {
    this.#scheduled = false;
    const group = this.#waiting;
    this.#waiting = [];
    if (group.length === 0) return;
    try {
      this.#prepared('begin immediate').run();
      const settled = group.map((waiting) => this.#inSavepoint(waiting));
      this.#prepared('commit').run();
      for (const { waiting, ok, value } of settled) {
        if (ok) waiting.resolve(value as never);
        else waiting.reject(value);
      }
    } catch (error) {
      this.#abandon();
      for (const waiting of group) waiting.reject(error);
    }
  }

  #inSavepoint(waiting: Waiting): Settled {
    this.#prepared('savepoint one').run();
    try {
      const value = waiting.work();
      this.#prepared('release one').run();
      return { waiting, ok: true, value };
    } catch (error) {
      this.#prepared('rollback to one').run();
      this.#prepared('release one').run();
      return { waiting, ok: false, value: error };
    }
  }

  #abandon(): void {
    try {
      this.#connection.exec('rollback');
    } catch {
      // There was no transaction to take back.
    }
  }
}

function openFile(file: string): Connection {
  const fresh = !existsSync(file);
  let connection: Connection;
  try {
    // Made here so that nobody else may read it; the log beside it takes the same rights.
    if (fresh) closeSync(openSync(file, 'a', 0o600));
    connection = connect(file);
    connection.exec('pragma busy_timeout = 5000');
    if (fresh) connection.exec('pragma page_size = 4096');
    connection.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on; pragma wal_autocheckpoint = 4000');
    connection.exec('pragma cache_size = -32000');
  } catch (error) {
    throw refusal(file, error);
  }
  prepareTables(connection, file);
  return connection;
}

function prepareTables(connection: Connection, file: string): void {
  const found = Number(connection.prepare('pragma user_version').get()?.user_version ?? 0);
  if (found > schemaVersion) {
    connection.close();
    throw new StoreUnusable(
      'NEWER_VERSION',
      `The database ${file} was made by a newer version (tables ${found}, this program knows ${schemaVersion}). Start the newer program.`,
    );
  }
  if (found === schemaVersion) return;
  try {
    connection.exec(`begin immediate; ${schema} pragma user_version = ${schemaVersion}; commit`);
  } catch (error) {
    connection.close();
    throw refusal(file, error);
  }
}

function refusal(file: string, error: unknown): StoreUnusable {
  const message = error instanceof Error ? error.message : String(error);
  if (/not a database|malformed/i.test(message)) {
    return new StoreUnusable('NOT_A_DATABASE', `${file} is not a database of this program, or it is damaged. Restore a backup.`);
  }
  return new StoreUnusable(
    'NOT_WRITABLE',
    `The database ${file} cannot be opened for writing (${message}). Check the folder's rights and free space.`,
  );
}
