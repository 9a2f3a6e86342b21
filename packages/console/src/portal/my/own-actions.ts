import type { ActionView, CaseView } from '../../api/index.js';

/** What a party can do in its case, besides handing in what was asked for and withdrawing, which have pages of their own. */
export function ownActions({ actions }: Pick<CaseView, 'actions'>): readonly ActionView[] {
  return actions.filter(({ kind, onBehalf }) => kind !== 'withdraw' && onBehalf === undefined);
}

/** The case waits for it: an objection or a wish to have a case opened again is up to the party. */
export function isWaitedFor({ kind, available }: ActionView): boolean {
  return available && kind !== 'object' && kind !== 'reopen';
}

/** Address of the page on which it is done. */
export function actAddress(caseId: string, { step, action }: Pick<ActionView, 'step' | 'action'>): string {
  return `/my/cases/${caseId}/act/${encodeURIComponent(step)}/${encodeURIComponent(action)}`;
}
