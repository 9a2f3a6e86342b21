import type { FormDefinition, StepDefinition } from '@careway/definition';

/** Per-step access, as a workflow's step states it for its form. */
export type FieldAccess = NonNullable<NonNullable<StepDefinition['form']>['access']>;
export type FieldMode = 'write' | 'read' | 'hidden';

/** What may be done with a field. Without an access list (the applicant's own form) everything is written; with one, what it does not name is read. */
export function fieldMode(access: FieldAccess | undefined, field: string): FieldMode {
  if (!access) return 'write';
  return access.find((entry) => entry.field === field)?.mode ?? 'read';
}

/**
 * The answers as somebody at this step may see them: hidden fields left out. A computed value is seen unless it is hidden by name; whoever
 * hides answers hides what gives them away too.
 */
export function applyAccess(
  form: FormDefinition,
  access: FieldAccess | undefined,
  data: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const shown = [...form.fields, ...(form.computed ?? [])].filter(
    ({ id }) => Object.hasOwn(data, id) && fieldMode(access, id) !== 'hidden',
  );
  return Object.fromEntries(shown.map(({ id }) => [id, data[id]]));
}
