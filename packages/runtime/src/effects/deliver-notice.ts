import { fillText, type LocalizedText } from '@careway/definition';
import type { CaseState, Effect } from '@careway/engine';
import type { TenantParts } from '../loop/tenant-parts.js';

/** Puts a message into the inbox of each receiver, once each. Messages name the case, never a person. */
export async function deliverNotice(parts: TenantParts, state: CaseState, effect: Extract<Effect, { kind: 'notify' }>): Promise<void> {
  const people = 'people' in effect.to ? effect.to.people : await holders(parts, effect.to);
  const text = noticeText(parts, state, effect);
  const at = parts.time.now();
  await Promise.all(
    people.map((person) =>
      parts.store.inbox.put({
        id: `${effect.id}:${person}`,
        person,
        at,
        caseId: state.caseId,
        ...(state.number === undefined ? {} : { number: state.number }),
        text,
        ...(effect.letter === undefined ? {} : { letter: effect.letter }),
        read: false,
      }),
    ),
  );
}

async function holders(parts: TenantParts, to: { readonly role: string; readonly area: string }): Promise<readonly string[]> {
  const people = await parts.store.people.list();
  return people.filter(({ roles }) => roles.some(({ role, area }) => role === to.role && area === to.area)).map(({ id }) => id);
}

function noticeText(parts: TenantParts, state: CaseState, effect: Extract<Effect, { kind: 'notify' }>): LocalizedText {
  const pack = parts.shelf.byHash(state.packHash);
  const letter = effect.letter === undefined ? undefined : state.letters.find(({ id }) => id === effect.letter);
  const label = letter && pack?.letters.get(letter.letter)?.label;
  const notice = pack?.workflows.get(state.workflow.id)?.notices?.find(({ id }) => id === effect.notice);
  if (notice) return fillText(notice.text, { number: state.number ?? '', case: state.number ?? '' });
  if (label) return { 'zh-CN': `您收到一份文书：${label['zh-CN']}`, en: `A letter has arrived for you: ${label.en}` };
  return { 'zh-CN': '办件有新的进展', en: 'There is news about your case' };
}
