import type { Document } from '../ports/case-store.js';

/** What was last read or written of a case, at one version of it. */
export interface CachedCase {
  readonly version: number;
  readonly state: Document;
  /** Lines by list and id, as text; absent when only the state was read. */
  readonly rows?: ReadonlyMap<string, string>;
  readonly terms?: ReadonlySet<string>;
}

/** UTF-16 units of states kept at most. */
const room = 24_000_000;

/** The cases used last, so that they are not read and parsed for every command. The version in the database says whether an entry still holds. */
export class CaseCache {
  readonly #cases = new Map<string, { readonly cached: CachedCase; readonly size: number }>();
  #size = 0;

  /** The entry of this version; none when the case has moved on. */
  get(caseId: string, version: number): CachedCase | undefined {
    const entry = this.#cases.get(caseId);
    if (entry?.cached.version !== version) return undefined;
    this.#cases.delete(caseId);
    this.#cases.set(caseId, entry);
    return entry.cached;
  }

  set(caseId: string, cached: CachedCase, size: number): void {
    const known = this.#cases.get(caseId);
    if (known && known.cached.version > cached.version) return;
    this.#drop(caseId);
    this.#cases.set(caseId, { cached, size });
    this.#size += size;
    for (const oldest of this.#cases.keys()) {
      if (this.#size <= room) return;
      this.#drop(oldest);
    }
  }

  #drop(caseId: string): void {
    this.#size -= this.#cases.get(caseId)?.size ?? 0;
    this.#cases.delete(caseId);
  }
}
