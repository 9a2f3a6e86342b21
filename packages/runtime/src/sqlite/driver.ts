import { createRequire } from 'node:module';

/** The part of node:sqlite's API that the store uses. */
export interface Statement {
  get(...values: SqlValue[]): Row | undefined;
  all(...values: SqlValue[]): Row[];
  run(...values: SqlValue[]): { readonly changes: number | bigint };
}
export type SqlValue = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, SqlValue>>;
export interface Connection {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

const require = createRequire(import.meta.url);

/** Opens a file with Node's own SQLite where there is one, else with the package that has the same API. */
export function connect(file: string): Connection {
  const { DatabaseSync } = driver();
  return new DatabaseSync(file) as Connection;
}

function driver(): { DatabaseSync: new (file: string) => unknown } {
  try {
    return require('node:sqlite');
  } catch {
    return require('@photostructure/sqlite');
  }
}
