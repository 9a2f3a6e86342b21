import type { ActActor, Actor } from '../types/actor.js';
import { refusal } from '../issues/refusals.js';
import type { Journal } from './journal.js';
import { refuse } from './stop.js';

/** A date that was entered late: a real day, not in the future, not before `earliest`. */
export function checkDate(journal: Journal, date: string, earliest: string | undefined): void {
  const real = /^\d{4}-\d{2}-\d{2}$/.test(date);
  const params = { date, from: earliest ?? '…', to: journal.today };
  if (!real || date > journal.today)
    refuse(refusal('DATE_NOT_ALLOWED', { params, words: { reason: { 'zh-CN': '还没有到这一天', en: 'it has not come yet' } } }));
  if (earliest !== undefined && date < earliest) {
    refuse(refusal('DATE_NOT_ALLOWED', { params, words: { reason: { 'zh-CN': '太早了', en: 'it is too early' } } }));
  }
}

/** The day a command took effect: today, or earlier where late entry is allowed. */
export function takeEffectiveDate(
  journal: Journal,
  date: string | undefined,
  late: { readonly allowed: boolean; readonly earliest: string },
): void {
  if (date === undefined || date === journal.today) return;
  checkDate(journal, date, late.allowed ? late.earliest : journal.today);
  journal.effectiveOn = date;
}

/** Staff enter late what happened on paper: their own acts, or what somebody brought to the counter. Nobody dates their own act back. */
export function entersForOthers(actor: Actor, as: ActActor): boolean {
  return as.area !== undefined || (actor.kind !== 'system' && (actor.channel === 'counter' || actor.channel === 'paper'));
}
