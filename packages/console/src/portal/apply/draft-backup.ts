import type { Answers } from './draft-saver.js';

interface Backup {
  readonly version: number;
  readonly answers: Answers;
}

const key = (draft: string) => `careway.draft.${draft}`;

/** Keeps answers that could not be sent on this device; nothing is kept once they are stored. */
export function keepBackup(draft: string, answers: Answers | undefined, version: number): void {
  try {
    if (answers === undefined) localStorage.removeItem(key(draft));
    else localStorage.setItem(key(draft), JSON.stringify({ version, answers } satisfies Backup));
  } catch {
    // Without storage the answers live as long as the page.
  }
}

/** Answers kept from an earlier visit, if any. */
export function readBackup(draft: string): Backup | undefined {
  try {
    const text = localStorage.getItem(key(draft));
    return text === null ? undefined : (JSON.parse(text) as Backup);
  } catch {
    return undefined;
  }
}
