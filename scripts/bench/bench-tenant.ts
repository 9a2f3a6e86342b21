import { randomBytes } from 'node:crypto';
import type { Actor, CaseState } from '@careway/engine';
import type { CaseCommit, CaseStore, Store } from '@careway/runtime';
import { openSqliteStore } from '@careway/runtime/sqlite';
import { TenantTime } from '../../packages/runtime/src/clock/training-clock.js';
import { Sealer } from '../../packages/runtime/src/crypto/sealer.js';
import { deriveKeys } from '../../packages/runtime/src/crypto/tenant-keys.js';
import { CommandLoop, type LoopRequest } from '../../packages/runtime/src/loop/command-loop.js';
import { AreaTree } from '../../packages/runtime/src/publications/area-tree.js';
import { PackShelf } from '../../packages/runtime/src/publications/pack-shelf.js';
import { areas, openCommand, type RosterCase, storedRecords } from './roster-case.js';

/** The runtime's own loop over a SQLite store, without views and HTTP around it. */
export class BenchTenant {
  #requests = 0;

  private constructor(
    readonly store: Store,
    readonly cases: RecordingCases,
    readonly loop: CommandLoop,
    readonly roster: RosterCase,
  ) {}

  static async open(folder: string, roster: RosterCase): Promise<BenchTenant> {
    const store = openSqliteStore(folder);
    const ports = store.tenant('bench');
    const tree = new AreaTree(areas);
    const shelf = await PackShelf.open(ports.publications, tree);
    await shelf.publish(
      roster.pack,
      { area: 'city', effectiveFrom: '2019-01-01', publishedAt: '2019-01-01T00:00:00.000Z', by: 'bench' },
      0,
    );
    const time = await TenantTime.open({
      zone: 'Asia/Shanghai',
      settings: ports.settings,
      real: Date.now,
      start: '2021-07-05T09:00:00+08:00',
    });
    const cases = new RecordingCases(ports.cases);
    await ports.registers.putAll(storedRecords(roster));
    const sealer = new Sealer(deriveKeys(randomBytes(32), 'bench'));
    const label = { 'zh-CN': '基准', en: 'Bench' };
    const parts = {
      id: 'bench',
      label,
      store: { ...ports, cases: cases.store },
      shelf,
      areas: tree,
      time,
      sealer,
      scrub: () => store.scrub(),
    };
    return new BenchTenant(store, cases, new CommandLoop(parts), roster);
  }

  /** Files a case. */
  async file(caseId: string): Promise<void> {
    const { pack, service, agent } = this.roster;
    const command = openCommand(this.roster, caseId);
    const open = { packHash: pack.hash, area: 'street', workflow: service.workflow };
    await this.#execute({ caseId, key: `open-${caseId}`, body: { caseId }, open, actor: () => agent, command: () => command });
  }

  /** The clerk takes the first task of a case, or gives it back: a transition that can go on for ever. */
  async turn(caseId: string): Promise<void> {
    this.#requests += 1;
    const key = `turn-${this.#requests}`;
    await this.#execute({ caseId, key, body: { key }, actor: (): Actor => this.roster.clerk, command: turnOf });
  }

  async #execute(request: LoopRequest): Promise<void> {
    const result = await this.loop.execute(request);
    if (!result.ok) throw new Error(`${request.key}: ${result.kind}`);
  }
}

/** Passes everything on to a store and keeps what was committed while it is told to. */
export class RecordingCases {
  readonly store: CaseStore;
  #kept: CaseCommit[] | undefined;

  constructor(readonly inner: CaseStore) {
    this.store = new Proxy(inner, {
      get: (target, name) => {
        if (name === 'commit') return (commit: CaseCommit) => this.#commit(commit);
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  /** The commits made by `work`, as the loop made them. */
  async record(work: () => Promise<void>): Promise<readonly CaseCommit[]> {
    const kept: CaseCommit[] = [];
    this.#kept = kept;
    await work();
    this.#kept = undefined;
    return kept;
  }

  #commit(commit: CaseCommit) {
    this.#kept?.push(commit);
    return this.inner.commit(commit);
  }
}

function turnOf(state: CaseState | undefined) {
  const task = state?.tasks[0];
  if (!task) throw new Error('the case has no task');
  return { type: task.takenBy === undefined ? 'TakeTask' : 'ReleaseTask', task: task.id } as const;
}
