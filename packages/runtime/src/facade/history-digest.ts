import type { Act } from '@careway/engine';
import type { TenantParts } from '../loop/tenant-parts.js';

/** What a case page needs of the history. */
export interface Digest {
  /** Day on which each step was last left, in the order in which they were. */
  readonly left: ReadonlyMap<string, string>;
  /** How the case was filed. */
  readonly channel?: string;
}

interface Entry extends Digest {
  readonly version: number;
}

/** Cases remembered at most. */
const room = 5000;

/** Digests of histories, each brought up to date from the commits since it was last asked for. Holds no personal values. */
export class HistoryDigest {
  readonly #entries = new Map<string, Entry>();

  constructor(readonly parts: TenantParts) {}

  async of(caseId: string, version: number): Promise<Digest> {
    const known = this.#entries.get(caseId);
    if (known && known.version >= version) return known;
    const commits = await this.parts.store.cases.commits(caseId, { from: (known?.version ?? 0) + 1 });
    const acts = commits.flatMap((commit) => commit.acts);
    const channel = known?.channel ?? acts[0]?.actor.channel;
    const entry: Entry = {
      version: commits.at(-1)?.version ?? known?.version ?? 0,
      left: lastExits(acts, known?.left),
      ...(channel === undefined ? {} : { channel }),
    };
    this.#entries.delete(caseId);
    this.#entries.set(caseId, entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= room) break;
      this.#entries.delete(oldest);
    }
    return entry;
  }
}

function lastExits(acts: readonly Act[], before: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
  const left = new Map(before);
  for (const act of acts) {
    if (act.type !== 'PositionMoved') continue;
    for (const id of act.data.exits) {
      // Taken out first, so that the map is in the order of the last exits.
      left.delete(id);
      left.set(id, act.effectiveOn);
    }
  }
  return left;
}
