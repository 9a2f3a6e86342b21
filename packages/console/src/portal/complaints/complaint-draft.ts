import { newKey, type NamedChoice, type ReceiptView, tenantOfAddress } from '../../api/index.js';
import type { Answers } from '../../sheet/sheet-backup.js';

/** A complaint while it is typed. It lives in this tab only: whoever uses the computer next finds nothing. */
export interface ComplaintDraft {
  readonly answers: Answers;
  /** Chosen from the list of organisations. */
  readonly chosen?: NamedChoice;
  /** Where it happened, if nothing was chosen from the list. */
  readonly area: string;
  /** Belongs to the answers: sent twice, they are filed once. */
  readonly key: string;
  /** Once it is filed. */
  readonly receipt?: ReceiptView;
}

export function emptyComplaint(): ComplaintDraft {
  return { answers: {}, area: '', key: newKey() };
}

function placeOf(service: string): string {
  return ['careway.complaint', tenantOfAddress() ?? '', service].join('/');
}

export function keepComplaint(service: string, draft: ComplaintDraft): void {
  try {
    sessionStorage.setItem(placeOf(service), JSON.stringify(draft));
  } catch {
    // Without storage the answers live as long as the page.
  }
}

export function readComplaint(service: string): ComplaintDraft {
  try {
    const text = sessionStorage.getItem(placeOf(service));
    return text === null ? emptyComplaint() : { ...emptyComplaint(), ...(JSON.parse(text) as ComplaintDraft) };
  } catch {
    return emptyComplaint();
  }
}

/** What was chosen from the list, while the answers still say so. */
export function chosenStill({ chosen, answers }: ComplaintDraft): NamedChoice | undefined {
  return chosen && Object.entries(chosen.answers).every(([field, value]) => answers[field] === value) ? chosen : undefined;
}
