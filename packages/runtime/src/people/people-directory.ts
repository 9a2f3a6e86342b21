import type { PeoplePort, PersonRecord } from '../runtime.js';

/** People by id, kept in memory and read again after a change through this port. */
export class PeopleDirectory implements PeoplePort {
  #people: Promise<ReadonlyMap<string, PersonRecord>> | undefined;

  constructor(private readonly store: PeoplePort) {}

  byLogin(login: string): Promise<PersonRecord | undefined> {
    return this.store.byLogin(login);
  }

  byId(id: string): Promise<PersonRecord | undefined> {
    return this.store.byId(id);
  }

  list(): Promise<readonly PersonRecord[]> {
    return this.store.list();
  }

  async put(person: PersonRecord): Promise<void> {
    await this.store.put(person);
    this.#people = undefined;
  }

  putSession(session: Parameters<PeoplePort['putSession']>[0]): Promise<void> {
    return this.store.putSession(session);
  }

  session(tokenHash: string) {
    return this.store.session(tokenHash);
  }

  dropSession(tokenHash: string): Promise<void> {
    return this.store.dropSession(tokenHash);
  }

  purgeSessions(before: number): Promise<number> {
    return this.store.purgeSessions(before);
  }

  /** Everybody, for resolving names. */
  all(): Promise<ReadonlyMap<string, PersonRecord>> {
    this.#people ??= this.store.list().then((people) => new Map(people.map((person) => [person.id, person])));
    return this.#people;
  }
}
