import { type ImportStore, openStates, type StoredImport } from '../ports/import-store.js';

/** Imports in memory. */
export class MemoryImportStore implements ImportStore {
  readonly #imports = new Map<string, StoredImport>();

  async get(id: string): Promise<StoredImport | undefined> {
    return this.#imports.get(id);
  }

  async put(found: StoredImport): Promise<boolean> {
    if ((this.#imports.get(found.id)?.version ?? 0) !== found.version - 1) return false;
    this.#imports.set(found.id, found);
    return true;
  }

  async open(): Promise<readonly StoredImport[]> {
    return [...this.#imports.values()].filter(({ state }) => openStates.includes(state)).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async remove(id: string): Promise<boolean> {
    return this.#imports.delete(id);
  }
}
