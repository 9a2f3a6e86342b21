import type { LocalizedText } from '@careway/definition';
import type { TenantTime } from '../clock/training-clock.js';
import type { Sealer } from '../crypto/sealer.js';
import type { TenantStore } from '../ports/store.js';
import type { AreaTree } from '../publications/area-tree.js';
import type { PackShelf } from '../publications/pack-shelf.js';

/** What every part of one tenant's runtime works with. */
export interface TenantParts {
  readonly id: string;
  readonly label: LocalizedText;
  readonly store: TenantStore;
  readonly shelf: PackShelf;
  readonly areas: AreaTree;
  readonly time: TenantTime;
  readonly sealer: Sealer;
  /** Frees pages, logs and files of erased values. */
  readonly scrub: () => Promise<void>;
}

/** The pack under which a new thing happens in an area today. @throws RangeError when nothing is published there. */
export function livePack({ shelf, time, areas }: TenantParts, area: string) {
  const pack = shelf.inForce(area, time.now().slice(0, 10)) ?? shelf.inForce(areas.areas[0]?.id ?? '', '9999-12-31');
  if (!pack) throw new RangeError(`nothing is published for the area ${area}`);
  return pack;
}
