import type { DocumentCheck } from './scope.js';
import type { WorkflowMap } from './workflow-regions.js';

interface Move {
  /** Step or block that is left. */
  readonly from: string;
  readonly to: string;
  readonly path: string;
}

/** A move stays in its own branch, ends it by `$done`, or goes to an end of the case; a block is entered as a whole. */
export function checkTarget(check: DocumentCheck, { places, ends, regionOf }: WorkflowMap, { from, to, path }: Move): void {
  const here = regionOf.get(from);
  if (to === '$done') {
    if (!here) check.report('DONE_OUTSIDE_BRANCH', path);
    return;
  }
  check.refer('step or block', to, path, places.has(to));
  if (!places.has(to)) return;
  const there = regionOf.get(to);
  if (here?.branch === there?.branch) return;
  if (there === undefined) {
    if (!ends.has(to)) check.report('TARGET_LEAVES_BRANCH', path, { to });
  } else check.report(here === undefined ? 'TARGET_INSIDE_BLOCK' : 'TARGET_LEAVES_BRANCH', path, { to });
}
