import type { ComposedPack, FormDefinition, Issue } from '@careway/definition';
import { formRules, validateSubmission } from '@careway/forms';
import { analysisIssue } from './pack-messages.js';

/** Fixtures have no day of their own: late enough for every month that a valid one names. */
const FIXTURE_DAY = '2050-01-01';

/** Whether a form's valid fixtures are valid and its invalid ones are not. */
export function checkFixtures(composed: ComposedPack, form: FormDefinition): Issue[] {
  const { valid, invalid } = composed.fixtures.get(form.id) ?? {};
  const file = composed.files.get(`form:${form.id}`);
  const where = file === undefined ? {} : { file };
  const keys = Object.fromEntries(
    [...composed.services.values()].flatMap((service) => {
      const items = service.form === form.id ? composed.workflows.get(service.workflow)?.items : undefined;
      return items ? [[items.field, items.key.map((id) => items.facts.find((fact) => fact.id === id)?.from.field ?? id)]] : [];
    }),
  );
  const rules = formRules(composed, form);
  const check = (data: unknown) => validateSubmission(form, data, { today: FIXTURE_DAY, keys, rules });
  return [
    ...[...(valid ?? [])].flatMap(([name, data]) => {
      const result = check(data);
      if (result.ok) return [];
      const [first] = result.issues;
      return [analysisIssue('FIXTURE_REFUSED', first?.path ?? '', { name, first: first?.message ?? '' }, where)];
    }),
    ...[...(invalid ?? [])].flatMap(([name, data]) => (check(data).ok ? [analysisIssue('FIXTURE_ACCEPTED', '', { name }, where)] : [])),
  ];
}
