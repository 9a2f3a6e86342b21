import type { Act, ActOf } from '@careway/engine';
import { maskName } from '@careway/forms';
import type { LocalizedText } from '@careway/definition';
import type { CaseView } from '../views.js';
import type { ViewContext } from './view-context.js';

/** The objection by which a case was split off or under which it stands, from the acts given. */
export function objectionView(context: ViewContext, acts: readonly Act[]): Pick<CaseView, 'objection'> {
  const act = acts.findLast((known): known is ActOf<'ObjectionFiled'> => known.type === 'ObjectionFiled');
  if (!act) return {};
  const reason = act.slots.reason?.value;
  return {
    objection: {
      ...(typeof reason === 'string' ? { reason } : {}),
      receivedOn: act.effectiveOn,
      items: act.data.items,
      objector: objectorName(context, act)?.['zh-CN'] ?? '',
    },
  };
}

/** Who objected: the name for colleagues, surname and * for everybody else. Absent when nobody gave a name. */
export function objectorName({ asStaff }: Pick<ViewContext, 'asStaff'>, { slots }: ActOf<'ObjectionFiled'>): LocalizedText | undefined {
  const slot = slots.objector;
  if (!slot) return undefined;
  if (slot.value === undefined) return { 'zh-CN': '（已依法删除）', en: '(erased)' };
  const { name } = slot.value as { readonly name?: unknown };
  if (typeof name !== 'string' || name === '') return undefined;
  const shown = asStaff ? name : maskName(name);
  return { 'zh-CN': shown, en: shown };
}
