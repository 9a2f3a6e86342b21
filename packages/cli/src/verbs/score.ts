import type { FormDefinition } from '@careway/definition';
import { answersOnly, type ComputedValue, formRules, knownValues, validateSubmission } from '@careway/forms';
import { type Answer, UsageError } from '../answer.js';
import { loadSound } from '../load-composed.js';
import { issueJson, issueLines } from '../print-issues.js';

/** `careway score`: validates a submission to a form and returns its clean values, what is computed from them and every issue. */
export function scoreForm(folder: string, id: string, { data, today }: { data: unknown; today: string }): Answer {
  const pack = loadSound(folder);
  const form = pack.forms.get(id);
  if (!form) throw new UsageError(`The pack has no form “${id}”; careway describe ${folder} lists them`);
  const result = validateSubmission(form, data, { today, rules: formRules(pack, form) });
  const issues = result.ok ? result.warnings : result.issues;
  const values = result.ok ? answersOnly(form, result.data) : {};
  const text = result.ok
    ? Object.entries(values).map(([field, value]) => `${field}: ${Array.isArray(value) ? `${value.length} 行 / rows` : String(value)}`)
    : [];
  return {
    exit: result.ok ? 0 : 1,
    json: {
      status: result.ok ? 'ok' : 'issue',
      values,
      computed: knownValues(result.computed),
      waiting: waitingFields(result.computed),
      issues: issues.map(issueJson),
    },
    text: [...text, ...result.computed.flatMap((value) => computedLine(form, value)), ...issues.flatMap(issueLines)],
  };
}

/** By computed value: the fields whose answers it still needs. */
function waitingFields(computed: readonly ComputedValue[]): Record<string, readonly string[]> {
  return Object.fromEntries(computed.flatMap((each) => (each.status === 'waiting' ? [[each.id, each.missing]] : [])));
}

function computedLine(form: FormDefinition, computed: ComputedValue): string[] {
  const definition = form.computed?.find(({ id }) => id === computed.id);
  if (!definition || computed.status === 'undetermined') return [];
  const said = computed.status === 'known' ? String(computed.value) : `— (${computed.missing.length} 项未填 / missing)`;
  const of = definition.maximum === undefined || computed.status !== 'known' ? '' : `/${definition.maximum}`;
  return [`= ${definition.id}: ${said}${of}  ${definition.label['zh-CN']} / ${definition.label.en}`];
}
