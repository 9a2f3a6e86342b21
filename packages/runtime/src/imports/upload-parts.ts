import { randomBytes } from 'node:crypto';
import type { TenantParts } from '../loop/tenant-parts.js';
import type { StoredBlob } from '../ports/draft-store.js';

/** Bytes of one part: what a job holds of a file at a time. */
const partSize = 512 * 1024;

interface Upload {
  readonly parts: TenantParts;
  /** Id of the import: the parts wait under it as files wait under a draft. */
  readonly id: string;
  readonly owner: string;
}

/** Keeps what arrives as sealed files of limited size, in order; nothing of it is held in memory. */
export class UploadWriter {
  #waiting: Uint8Array[] = [];
  #size = 0;
  #count = 0;

  constructor(readonly upload: Upload) {}

  async add(bytes: Uint8Array): Promise<void> {
    this.#waiting.push(bytes);
    this.#size += bytes.byteLength;
    if (this.#size >= partSize) await this.#keep();
  }

  async end(): Promise<void> {
    if (this.#size > 0) await this.#keep();
  }

  async #keep(): Promise<void> {
    const { parts, id, owner } = this.upload;
    const bytes = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#size = 0;
    this.#count += 1;
    const at = parts.time.now();
    const blob: StoredBlob = {
      ref: {
        id: randomBytes(16).toString('hex'),
        field: 'import',
        name: String(this.#count),
        type: 'application/octet-stream',
        bytes: bytes.byteLength,
        sha256: '',
        uploadedBy: owner,
        uploadedAt: at,
      },
      owner,
      draft: id,
      createdAt: at,
    };
    await parts.store.blobs.put(blob, parts.sealer.bytes(bytes));
  }
}

/** The parts of an upload, one after another. */
export async function* readUpload(parts: TenantParts, id: string): AsyncGenerator<Uint8Array> {
  const kept = await parts.store.blobs.list({ draft: id });
  for (const { ref } of [...kept].sort((a, b) => Number(a.ref.name) - Number(b.ref.name))) {
    const found = await parts.store.blobs.get(ref.id);
    if (found) yield parts.sealer.openBytes(found.bytes);
  }
}

export async function removeUpload(parts: TenantParts, id: string): Promise<void> {
  for (const { ref } of await parts.store.blobs.list({ draft: id })) await parts.store.blobs.remove(ref.id);
}
