import type { RegisterStore, StoredRecord } from '../ports/register-store.js';

/** Registers in memory. */
export class MemoryRegisterStore implements RegisterStore {
  readonly #records = new Map<string, string>();

  async get(register: string, key: string): Promise<StoredRecord | undefined> {
    const text = this.#records.get(`${register}\n${key}`);
    return text === undefined ? undefined : JSON.parse(text);
  }

  async put(record: StoredRecord): Promise<boolean> {
    const id = `${record.register}\n${record.key}`;
    const text = this.#records.get(id);
    const version = text === undefined ? 0 : (JSON.parse(text) as StoredRecord).version;
    if (version !== record.version - 1) return false;
    this.#records.set(id, JSON.stringify(record));
    return true;
  }

  async seed(records: readonly StoredRecord[]): Promise<number> {
    let added = 0;
    for (const record of records) {
      const id = `${record.register}\n${record.key}`;
      if (this.#records.has(id)) continue;
      this.#records.set(id, JSON.stringify(record));
      added += 1;
    }
    return added;
  }

  async list(register: string, { text, keys, paths, offset, limit }: Parameters<RegisterStore['list']>[1]) {
    const found = [...this.#records.values()]
      .map((stored) => JSON.parse(stored) as StoredRecord)
      .filter((record) => record.register === register)
      .filter(({ name, key }) => text === undefined || name.startsWith(text) || (keys ?? []).includes(key))
      .filter(({ path }) => paths === undefined || paths.some((prefix) => path.startsWith(prefix)))
      .sort((a, b) => order(a.name, b.name) || order(a.key, b.key));
    return { records: found.slice(offset, offset + limit), total: found.length };
  }

  async erase(subject: string): Promise<number> {
    let erased = 0;
    for (const [id, text] of this.#records) {
      if ((JSON.parse(text) as StoredRecord).subject !== subject) continue;
      this.#records.delete(id);
      erased += 1;
    }
    return erased;
  }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
