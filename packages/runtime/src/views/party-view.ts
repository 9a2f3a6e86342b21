import type { PartyView } from '../views.js';
import { plainText, type ViewContext } from './view-context.js';

/** Everybody whom the case concerns. */
export function partyViews({ state, workflow, scope }: ViewContext): readonly PartyView[] {
  const mine = scope.partiesOf(state);
  return state.parties.map(({ party, kind, name, erased }) => ({
    party,
    label: workflow.parties.find(({ id }) => id === party)?.label ?? plainText(party),
    kind,
    name: name ?? (erased ? '（已依法删除）' : '—'),
    mine: mine.includes(party),
  }));
}
