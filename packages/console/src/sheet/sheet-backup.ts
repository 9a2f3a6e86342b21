import { tenantOfAddress } from '../api/index.js';

export type Answers = Readonly<Record<string, unknown>>;

/** One form that one person fills in at one step of a case. */
export interface SheetPlace {
  readonly caseId: string;
  readonly step: string;
  readonly action: string;
  /** Several people may use one tablet: each finds only what they typed themselves. */
  readonly person: string;
}

function keyOf({ caseId, step, action, person }: SheetPlace): string {
  return ['careway.sheet', tenantOfAddress() ?? '', caseId, step, action, person].join('/');
}

/** Keeps what was typed on this device until it has been filed. */
export function keepSheet(place: SheetPlace, answers: Answers | undefined): void {
  try {
    if (answers === undefined) localStorage.removeItem(keyOf(place));
    else localStorage.setItem(keyOf(place), JSON.stringify(answers));
  } catch {
    // Without storage the answers live as long as the page.
  }
}

/** What was typed before on this device. */
export function readSheet(place: SheetPlace): Answers {
  try {
    const text = localStorage.getItem(keyOf(place));
    return text === null ? {} : (JSON.parse(text) as Answers);
  } catch {
    return {};
  }
}
