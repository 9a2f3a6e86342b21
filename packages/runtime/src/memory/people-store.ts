import type { PeopleStore } from '../ports/store.js';
import type { PersonRecord } from '../runtime.js';

type Session = Parameters<PeopleStore['putSession']>[0];

/** People and sessions in memory. */
export class MemoryPeopleStore implements PeopleStore {
  readonly #people = new Map<string, PersonRecord>();
  readonly #sessions = new Map<string, Session>();

  async byLogin(login: string): Promise<PersonRecord | undefined> {
    return [...this.#people.values()].find((person) => person.login === login);
  }

  async byId(id: string): Promise<PersonRecord | undefined> {
    return this.#people.get(id);
  }

  async list(): Promise<readonly PersonRecord[]> {
    return [...this.#people.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async put(person: PersonRecord): Promise<void> {
    this.#people.set(person.id, structuredClone(person));
  }

  async putSession(session: Session): Promise<void> {
    this.#sessions.set(session.tokenHash, { ...session });
  }

  async session(tokenHash: string) {
    const session = this.#sessions.get(tokenHash);
    return session && { personId: session.personId, csrf: session.csrf, expiresAt: session.expiresAt };
  }

  async dropSession(tokenHash: string): Promise<void> {
    this.#sessions.delete(tokenHash);
  }

  async purgeSessions(before: number): Promise<number> {
    const expired = [...this.#sessions.values()].filter(({ expiresAt }) => expiresAt < before);
    for (const { tokenHash } of expired) this.#sessions.delete(tokenHash);
    return expired.length;
  }
}
