const KEY = 'careway.worklist';

interface Opened {
  /** Address of the list, with its filters. */
  readonly list: string;
  readonly cases: readonly string[];
}

/** Remembers the list from which cases are opened, so that the case page knows its neighbours and the way back. */
export function rememberList(opened: Opened): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(opened));
  } catch {
    // Without storage there are no neighbours; everything else works.
  }
}

export interface Neighbours {
  readonly list: string;
  readonly index: number;
  readonly total: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** Where a case stands in the list it was opened from. */
export function neighboursOf(caseId: string): Neighbours {
  const { list, cases } = read();
  const at = cases.indexOf(caseId);
  return {
    list,
    index: at + 1,
    total: cases.length,
    previous: at > 0 ? cases[at - 1] : undefined,
    next: at >= 0 ? cases[at + 1] : undefined,
  };
}

function read(): Opened {
  try {
    const stored = JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Opened>;
    return { list: stored.list ?? '/console/tasks', cases: [...new Set(stored.cases ?? [])] };
  } catch {
    return { list: '/console/tasks', cases: [] };
  }
}
