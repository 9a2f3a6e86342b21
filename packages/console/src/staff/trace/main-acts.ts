import type { ActView } from '../../api/index.js';

/** What the case books for itself beside the acts of people; there for whoever wants every entry. */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  'FactsRecorded',
  'PositionMoved',
  'TaskOpened',
  'TaskClosed',
  'ClockStarted',
  'ClockEnded',
  'ClaimRequested',
  'ClaimGranted',
  'ClaimReleased',
  'EntitlementRecorded',
  'VotesVoided',
]);

/** Acts that tell the story: bookkeeping left out, and of the rows those that were not simply approved. */
export function mainActs(acts: readonly ActView[]): readonly ActView[] {
  return acts.filter(({ type, reason }) => !BOOKKEEPING.has(type) && (type !== 'ItemDecided' || reason !== undefined));
}
