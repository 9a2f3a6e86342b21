import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Store, StoreUnusable, type TenantStore } from '../ports/store.js';
import { SqliteCaseStore } from './case-store.js';
import { SqliteClaimStore, SqliteSequenceStore } from './claim-store.js';
import { Database } from './database.js';
import { SqliteBlobStore, SqliteDraftStore } from './draft-store.js';
import { SqliteImportStore } from './import-store.js';
import { SqliteAccessLog, SqliteInboxStore, SqliteSettingsStore } from './inbox-store.js';
import { SqlitePeopleStore } from './people-store.js';
import { SqliteProposalStore } from './proposal-store.js';
import { SqlitePublicationStore } from './publication-store.js';
import { SqliteRegisterStore } from './register-store.js';

/**
 * Opens the database of a data folder (made when missing): `careway.db` and uploaded files under `blobs`.
 * @throws StoreUnusable when the folder cannot be written, the file is no database, or it was made by a newer version.
 */
export function openSqliteStore(dataDir: string): Store {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreUnusable('NOT_WRITABLE', `The folder ${dataDir} cannot be written (${why}). Choose another with --data.`);
  }
  const database = new Database(join(dataDir, 'careway.db'));
  const tenants = new Map<string, TenantStore>();
  return {
    tenant(id) {
      const known = tenants.get(id);
      if (known) return known;
      const made = tenantStore(database, id, join(dataDir, 'blobs'));
      tenants.set(id, made);
      return made;
    },
    async scrub() {
      await database.write(() => undefined);
      database.vacuum();
    },
    async close() {
      database.close();
    },
  };
}

function tenantStore(database: Database, tenant: string, blobs: string): TenantStore {
  return {
    cases: new SqliteCaseStore(database, tenant),
    registers: new SqliteRegisterStore(database, tenant),
    imports: new SqliteImportStore(database, tenant),
    claims: new SqliteClaimStore(database, tenant),
    sequences: new SqliteSequenceStore(database, tenant),
    publications: new SqlitePublicationStore(database, tenant),
    proposals: new SqliteProposalStore(database, tenant),
    people: new SqlitePeopleStore(database, tenant),
    drafts: new SqliteDraftStore(database, tenant),
    blobs: new SqliteBlobStore(database, tenant, blobs),
    inbox: new SqliteInboxStore(database, tenant),
    access: new SqliteAccessLog(database, tenant),
    settings: new SqliteSettingsStore(database, tenant),
  };
}
