import type { TenantParts } from '../loop/tenant-parts.js';
import type { StoredImport } from '../ports/import-store.js';
import { nothingRead } from './import-preview.js';
import { removeUpload } from './upload-parts.js';

/** Forgets a file and what was shown of it. */
export async function expireImport(parts: TenantParts, found: StoredImport): Promise<void> {
  await parts.store.imports.put({ ...found, version: found.version + 1, state: 'expired', ...nothingRead, sealed: '' });
  await removeUpload(parts, found.id);
}
