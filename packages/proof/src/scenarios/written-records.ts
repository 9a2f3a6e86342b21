import type { Act, CaseState, FactScalar } from '@careway/engine';

/** A register record that a case asked for, and what came of it. */
export interface WrittenRecord {
  readonly register: string;
  readonly key: FactScalar;
  readonly values: Readonly<Record<string, FactScalar>>;
  /** Why it was not written. */
  readonly refused?: 'exists' | 'missing';
}

/** Everything a case has written to registers, or tried to, in order. */
export function writtenRecords({ acts, state }: { readonly acts: readonly Act[]; readonly state: CaseState }): readonly WrittenRecord[] {
  return acts.flatMap((act) => {
    if (act.type !== 'RecordWriteRequested') return [];
    const { key = '', values = {} } = (act.slots.write?.value ?? {}) as Partial<Pick<WrittenRecord, 'key' | 'values'>>;
    const why = state.recordWrites?.find(({ id }) => id === act.data.id)?.why;
    return [{ register: act.data.register, key, values, ...(why === undefined ? {} : { refused: why }) }];
  });
}
