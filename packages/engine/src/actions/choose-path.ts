import { GuardScope } from '../facts/case-facts.js';
import { engineIssue } from '../issues/catalogue.js';
import { stopWith } from '../decide/stop.js';
import type { ActionRun } from './action-run.js';

/** Index of the first path whose guard holds. An undecided guard is an issue that names the missing facts. */
export function choosePath({ journal, action }: ActionRun): number {
  const scope = new GuardScope(journal.compiled, journal.state, journal.reads);
  for (const [index, path] of action.paths.entries()) {
    if (!path.when) return index;
    const result = scope.holds(path.when, `/action/paths/${index}`);
    if ('issue' in result) stopWith([result.issue]);
    if (result.holds) return index;
  }
  return stopWith([engineIssue('NO_PATH', '/action')]);
}
