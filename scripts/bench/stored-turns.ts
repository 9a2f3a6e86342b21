import type { CaseCommit } from '@careway/runtime';
import type { BenchTenant } from './bench-tenant.js';

/** The commits that the loop makes when a clerk takes and releases a task, sent to the store again and again without the loop. */
export class StoredTurns {
  readonly #versions = new Map<string, number>();
  readonly #commits = new Map<string, readonly CaseCommit[]>();

  constructor(readonly tenant: BenchTenant) {}

  /** Files a case and records its two turns. */
  async prepare(caseId: string): Promise<void> {
    const { tenant } = this;
    await tenant.file(caseId);
    const commits = await tenant.cases.record(async () => {
      await tenant.turn(caseId);
      await tenant.turn(caseId);
    });
    this.#commits.set(caseId, commits);
    this.#versions.set(caseId, 1 + commits.length);
  }

  version(caseId: string): number {
    return this.#versions.get(caseId) ?? 0;
  }

  /** One durable commit. @throws Error when it is lost: nobody else writes. */
  async commit(caseId: string): Promise<void> {
    const expected = this.version(caseId);
    this.#versions.set(caseId, expected + 1);
    const template = this.#commits.get(caseId)?.[expected % 2] as CaseCommit;
    const key = `stored-${caseId}-${expected + 1}`;
    const result = await this.tenant.cases.inner.commit({ ...template, key, expected, version: expected + 1 });
    if (!result.ok) throw new Error(`the commit was lost: ${result.why}`);
  }
}
