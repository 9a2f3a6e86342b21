import type { LocalizedText } from '@careway/definition';
import { maskName } from '@careway/forms';
import type { PersonView } from '../views.js';
import type { ViewContext } from './view-context.js';

type PersonContext = Pick<ViewContext, 'people' | 'asStaff' | 'ctx' | 'scope'>;

/** A person by id: full name for colleagues and oneself, surname and * for everybody else. */
export function personView(context: PersonContext, id: string, role?: string): PersonView {
  const person = context.people.get(id);
  const full = context.asStaff || context.scope.person?.id === id;
  const name = person === undefined ? '—' : full ? person.name : maskName(person.name);
  const post = role === undefined ? undefined : roleLabel(context, role);
  return { id: full ? id : '', name, ...(post ? { post } : {}) };
}

export function roleLabel({ ctx }: Pick<ViewContext, 'ctx'>, role: string): LocalizedText | undefined {
  return ctx.organisation.roles.find(({ id }) => id === role)?.label;
}

/** Who has a task or clock, in words: the office and post, or the applicant. */
export function ownerLabel(
  { ctx, scope, workflow }: Pick<ViewContext, 'ctx' | 'scope' | 'workflow'>,
  owner: { readonly role?: string | undefined; readonly area?: string | undefined; readonly party?: string | undefined },
): LocalizedText {
  if (owner.role !== undefined) {
    const role = roleLabel({ ctx }, owner.role) ?? { 'zh-CN': owner.role, en: owner.role };
    if (owner.area === undefined) return role;
    const area = scope.parts.areas.label(owner.area);
    return { 'zh-CN': joinWords(area['zh-CN'], role['zh-CN']), en: `${role.en}, ${area.en}` };
  }
  const party = workflow.parties.find(({ id }) => id === owner.party);
  return party?.label ?? { 'zh-CN': '申请人', en: 'Applicant' };
}

/** Says once what one ends and the other begins with: 某某街道 + 街道经办人. */
function joinWords(first: string, second: string): string {
  for (let length = Math.min(first.length, second.length); length > 0; length -= 1) {
    if (first.endsWith(second.slice(0, length))) return first + second.slice(length);
  }
  return first + second;
}
