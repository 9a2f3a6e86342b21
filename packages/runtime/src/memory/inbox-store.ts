import type { AccessEntry, AccessLog, InboxStore, SettingsStore, StoredMessage } from '../ports/inbox-store.js';

/** In-app messages in memory. */
export class MemoryInboxStore implements InboxStore {
  readonly #messages = new Map<string, StoredMessage>();

  async put(message: StoredMessage): Promise<void> {
    if (!this.#messages.has(message.id)) this.#messages.set(message.id, structuredClone(message));
  }

  async list(person: string, { offset, limit }: { offset: number; limit: number }) {
    const mine = [...this.#messages.values()].filter((message) => message.person === person).reverse();
    return { messages: mine.slice(offset, offset + limit), total: mine.length };
  }

  async byCase(caseId: string): Promise<readonly StoredMessage[]> {
    return [...this.#messages.values()].filter((message) => message.caseId === caseId);
  }

  async markRead(person: string, id: string): Promise<boolean> {
    const message = this.#messages.get(id);
    if (message?.person !== person) return false;
    this.#messages.set(id, { ...message, read: true });
    return true;
  }

  async erase(caseId: string): Promise<number> {
    const gone = [...this.#messages.values()].filter((message) => message.caseId === caseId);
    for (const { id } of gone) this.#messages.delete(id);
    return gone.length;
  }
}

/** The access log in memory. */
export class MemoryAccessLog implements AccessLog {
  readonly #entries: AccessEntry[] = [];

  async add(entry: AccessEntry): Promise<void> {
    this.#entries.push({ ...entry });
  }

  async list({ subject, caseId, about, offset, limit }: Parameters<AccessLog['list']>[0]) {
    const tells = (entry: AccessEntry) =>
      entry.subject === undefined ? about?.cases.includes(entry.caseId ?? '') : about?.subjects.includes(entry.subject);
    const found = this.#entries
      .filter((entry) => (subject === undefined || entry.subject === subject) && (caseId === undefined || entry.caseId === caseId))
      .filter((entry) => about === undefined || tells(entry))
      .reverse();
    return { entries: found.slice(offset, offset + limit), total: found.length };
  }

  async forget(texts: readonly string[]): Promise<number> {
    let forgotten = 0;
    this.#entries.forEach(({ why, ...entry }, index) => {
      if (!texts.some((text) => why?.includes(text))) return;
      this.#entries[index] = entry;
      forgotten += 1;
    });
    return forgotten;
  }
}

/** Settings in memory. */
export class MemorySettingsStore implements SettingsStore {
  readonly #values = new Map<string, string>();

  async get(name: string): Promise<string | undefined> {
    return this.#values.get(name);
  }

  async set(name: string, value: string): Promise<void> {
    this.#values.set(name, value);
  }
}
