import type { Act, ActOf } from '@careway/engine';
import { isSealed } from '../crypto/sealer.js';
import type { RecordWriteView } from '../views.js';
import { plainText, type ViewContext } from './view-context.js';

/** Register records that the case wrote or asked for, each once as it stands now; their keys stand in the acts. */
export function recordWriteViews({ state, pack, asStaff }: ViewContext, acts: readonly Act[]): readonly RecordWriteView[] {
  if (!asStaff) return [];
  const asked = new Map(
    acts
      .filter((act): act is ActOf<'RecordWriteRequested'> => act.type === 'RecordWriteRequested')
      .map((act) => [act.data.id, keyOf(act)] as const),
  );
  const views = new Map<string, RecordWriteView>();
  for (const { id, register, item, status, why } of state.recordWrites ?? []) {
    const key = asked.get(id);
    views.set(`${register} ${item ?? ''} ${key ?? id}`, {
      id,
      register,
      registerLabel: pack.registers.get(register)?.label ?? plainText(register),
      ...(key === undefined ? {} : { key }),
      status,
      ...(why === undefined ? {} : { why }),
      ...(item === undefined ? {} : { item }),
    });
  }
  return [...views.values()];
}

function keyOf({ slots }: ActOf<'RecordWriteRequested'>): string | undefined {
  const { key } = (slots.write?.value ?? {}) as { readonly key?: unknown };
  if (isSealed(key)) return key.hint;
  return typeof key === 'string' ? key : undefined;
}
