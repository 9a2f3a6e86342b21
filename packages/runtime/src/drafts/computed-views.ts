import type { FormDefinition } from '@careway/definition';
import type { ComputedValue } from '@careway/forms';
import type { ComputedView } from '../views.js';

/** Computed values as people read them: what is missing by the labels of its fields. */
export function computedViews(form: FormDefinition, computed: readonly ComputedValue[]): readonly ComputedView[] {
  return computed.map((value): ComputedView => {
    const label = labelOf(form.computed ?? [], value.id);
    switch (value.status) {
      case 'known':
        return { id: value.id, label, value: value.value };
      case 'waiting':
        return { id: value.id, label, missing: value.missing.map((field) => ({ field, label: labelOf(form.fields, field) })) };
      case 'undetermined':
        return { id: value.id, label, issue: value.issue };
    }
  });
}

function labelOf(entries: readonly Pick<FormDefinition['fields'][number], 'id' | 'label'>[], id: string) {
  return entries.find((entry) => entry.id === id)?.label ?? { 'zh-CN': id, en: id };
}
