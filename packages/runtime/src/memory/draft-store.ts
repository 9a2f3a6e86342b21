import type { BlobStore, DraftStore, StoredBlob, StoredDraft } from '../ports/draft-store.js';

/** Drafts in memory. */
export class MemoryDraftStore implements DraftStore {
  readonly #drafts = new Map<string, StoredDraft>();

  async list(owner: string): Promise<readonly StoredDraft[]> {
    return [...this.#drafts.values()].filter((draft) => draft.owner === owner).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async get(id: string): Promise<StoredDraft | undefined> {
    return this.#drafts.get(id);
  }

  async put(draft: StoredDraft): Promise<boolean> {
    if ((this.#drafts.get(draft.id)?.version ?? 0) !== draft.version - 1) return false;
    this.#drafts.set(draft.id, structuredClone(draft));
    return true;
  }

  async remove(id: string): Promise<boolean> {
    return this.#drafts.delete(id);
  }

  async bySubject(subject: string): Promise<readonly StoredDraft[]> {
    return [...this.#drafts.values()].filter(({ subjects }) => subjects.includes(subject));
  }
}

/** Files in memory. */
export class MemoryBlobStore implements BlobStore {
  readonly #blobs = new Map<string, { blob: StoredBlob; bytes: Uint8Array }>();

  async put(blob: StoredBlob, bytes: Uint8Array): Promise<void> {
    this.#blobs.set(blob.ref.id, { blob: structuredClone(blob), bytes: bytes.slice() });
  }

  async get(id: string) {
    const found = this.#blobs.get(id);
    return found && { blob: found.blob, bytes: found.bytes.slice() };
  }

  async list({ draft, caseId }: { draft?: string; caseId?: string }): Promise<readonly StoredBlob[]> {
    return [...this.#blobs.values()]
      .map(({ blob }) => blob)
      .filter((blob) => (draft !== undefined && blob.draft === draft) || (caseId !== undefined && blob.caseId === caseId))
      .sort((a, b) => (a.ref.id < b.ref.id ? -1 : 1));
  }

  async attach(id: string, caseId: string): Promise<void> {
    const found = this.#blobs.get(id);
    if (!found) return;
    const { draft: _, ...rest } = found.blob;
    this.#blobs.set(id, { ...found, blob: { ...rest, caseId } });
  }

  async remove(id: string): Promise<boolean> {
    return this.#blobs.delete(id);
  }
}
