import { extendClock } from '../decide/clocks.js';
import { issueLetters } from '../decide/letters.js';
import { refuse, stopWith } from '../decide/stop.js';
import { paramValue } from '../facts/case-facts.js';
import { engineIssue } from '../issues/catalogue.js';
import { refusal } from '../issues/refusals.js';
import type { ProcedureKind } from './procedures.js';

/** `extend-clock`: more days for a clock that still runs, up to the parameter. */
export const extension: ProcedureKind = {
  subject({ journal, definition, command }) {
    const { compiled, state, ctx } = journal;
    const live = state.clocks.filter((clock) => clock.status === 'running' || clock.status === 'paused');
    const clock = live.find((known) => known.id === command.clock || known.clock === command.clock);
    if (!clock || !(definition.clocks ?? []).includes(clock.clock)) refuse(refusal('ACTION_NOT_AVAILABLE'));
    if (clock.breachedOn !== undefined) {
      const message = { 'zh-CN': '已经超期，不能再延长', en: 'The limit has passed and cannot be extended' };
      refuse(refusal('ACTION_NOT_AVAILABLE', { message }));
    }
    const maximum = Number(paramValue(compiled, ctx.services.get(state.service), definition.param ?? '') ?? Number.MAX_SAFE_INTEGER);
    const days = command.days ?? 0;
    if (!Number.isInteger(days) || days < 1 || days > maximum) stopWith([engineIssue('DAYS_INVALID', '/days', { maximum })]);
    return { clock: clock.id, days };
  },

  grant({ journal, definition, procedure }) {
    const clock = journal.state.clocks.find((known) => known.id === procedure.clock);
    if (!clock) return;
    extendClock(journal, clock, procedure.days ?? 0);
    const due = journal.state.clocks.find(({ id }) => id === clock.id)?.due;
    issueLetters(journal, definition.letters ?? [], { reason: procedure.reason, due });
  },
};
