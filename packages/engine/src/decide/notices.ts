import type { Act } from '../types/act.js';
import type { Journal } from './journal.js';
import { peopleOf } from './letters.js';
import { areaOfRole } from './roles.js';

/** Messages that the workflow sends on what was recorded: by act type, or `step:<id>` for entering a step. */
export function sendNotices(journal: Journal): void {
  const notices = journal.compiled.definition.notices ?? [];
  if (notices.length === 0) return;
  const sent = new Set<string>();
  for (const act of journal.acts) {
    for (const notice of notices) {
      if (sent.has(notice.id) || !occurs(act, notice.on)) continue;
      sent.add(notice.id);
      send(journal, notice);
    }
  }
}

function occurs(act: Act, on: string): boolean {
  if (act.type === 'PositionMoved' && on.startsWith('step:')) return act.data.entries.includes(on.slice(5));
  return act.type === on;
}

function send(journal: Journal, notice: { readonly id: string; readonly to: string }): void {
  const party = journal.state.parties.find((known) => known.party === notice.to);
  if (party) {
    const people = peopleOf(journal, party.party);
    if (people.length > 0) journal.effect({ kind: 'notify', notice: notice.id, to: { people } });
    return;
  }
  const area = areaOfRole(journal.ctx.organisation, journal.state.areaPath, notice.to);
  journal.effect({ kind: 'notify', notice: notice.id, to: { role: notice.to, area } });
}
