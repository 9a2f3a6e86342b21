import { ErrorSummary, ProblemNote, StaleNote } from '../../../shared/index.js';
import type { OwnAct } from './use-own-act.js';

/** What must be mended, and what the server refused. */
export function ActNotes({ act }: { readonly act: OwnAct }) {
  return (
    <>
      <ErrorSummary lines={act.lines} />
      {act.stale ? <StaleNote error={act.stale} reload={() => window.location.reload()} /> : null}
      {act.error && !act.stale ? <ProblemNote error={act.error} retry={act.submit} /> : null}
    </>
  );
}
