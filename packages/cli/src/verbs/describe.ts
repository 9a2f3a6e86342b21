import type { ComposedPack, LocalizedText } from '@careway/definition';
import { compileDecision, describeDecision, factsOfDecision } from '@careway/rules';
import { type Answer, UsageError } from '../answer.js';
import { loadSound } from '../load-composed.js';

/** `careway describe`: what a pack holds, or one document of it. */
export function describe(folder: string, id: string | undefined): Answer {
  const pack = loadSound(folder);
  const whole = describePack(pack);
  if (id === undefined) return { exit: 0, json: whole, text: describeText(whole) };
  const lists = [whole.decisions, whole.workflows, whole.services, whole.forms, whole.registers, whole.letters] as readonly (readonly {
    id: string;
  }[])[];
  const document = lists.flat().filter((entry) => entry.id === id);
  if (document.length === 0) throw new UsageError(`The pack has nothing called “${id}”`);
  return {
    exit: 0,
    json: { pack: whole.pack, document: document.length === 1 ? document[0] : document },
    text: [JSON.stringify(document, null, 2)],
  };
}

function describePack(pack: ComposedPack) {
  const { id, version, label, notice, validity } = pack.manifest;
  return {
    pack: { id, version, hash: pack.hash, label, chain: pack.chain, ...(notice ? { notice } : {}), ...(validity ? { validity } : {}) },
    services: [...pack.services.values()].map(({ id, label, workflow, form, decision, validity }) => ({
      id,
      label,
      workflow,
      form,
      decision,
      validity,
    })),
    workflows: [...pack.workflows.values()].map((workflow) => ({
      id: workflow.id,
      label: workflow.label,
      entries: workflow.entries,
      params: (workflow.params ?? []).map(({ id, label, type, value, basis }) => ({ id, label, type, value, basis })),
      steps: workflow.steps.map((step) => ({
        id: step.id,
        label: step.label,
        kind: step.kind,
        role: step.assignee?.role,
        actions: (step.actions ?? []).map((action) => action.id),
      })),
      clocks: workflow.clocks.map(({ id, label, unit, param, until, onDue }) => ({ id, label, unit, param, until, onDue })),
    })),
    decisions: [...pack.decisions.values()].map((definition) => {
      const compiled = compileDecision(definition, factsOfDecision(definition, pack.workflows.get(definition.workflow ?? '')));
      return {
        ...describeDecision(compiled),
        tables: definition.tables.map(({ id, label, hitPolicy, rules, status }) => ({ id, label, hitPolicy, status, rules: rules.length })),
      };
    }),
    forms: [...pack.forms.values()].map((form) => ({
      id: form.id,
      label: form.label,
      version: form.version,
      fields: form.fields.map(({ id, label, widget, values, columns }) => ({
        id,
        label,
        widget,
        values,
        columns: columns?.map((column) => ({ id: column.id, label: column.label, widget: column.widget, values: column.values })),
      })),
      computed: (form.computed ?? []).map(({ id, label, type, values, maximum }) => ({ id, label, type, values, maximum })),
    })),
    registers: [...pack.registers.values()].map(({ id, label, key, fields }) => ({
      id,
      label,
      key,
      fields: fields.map((field) => ({ id: field.id, label: field.label, type: field.type })),
    })),
    letters: [...pack.letters.values()].map(({ id, label, to, delivery }) => ({ id, label, to, delivery })),
    calendars: [...pack.calendars.keys()].sort(),
  };
}

function describeText(whole: ReturnType<typeof describePack>): string[] {
  const line = ({ id, label }: { id: string; label: LocalizedText }) => `  ${id}  ${label['zh-CN']} / ${label.en}`;
  const decisions = whole.decisions.flatMap((decision) => [
    line(decision),
    ...decision.inputs.map(
      (input) =>
        `    ← ${input.id} (${input.of}, ${input.type}${input.values ? `: ${input.values.map(({ value }) => value).join(' | ')}` : ''})`,
    ),
    ...decision.outputs.map((output) => `    → ${output.id} (${output.type})`),
  ]);
  return [
    `${whole.pack.label['zh-CN']} / ${whole.pack.label.en}  ${whole.pack.id}@${whole.pack.version}  ${whole.pack.hash.slice(0, 12)}`,
    'services',
    ...whole.services.map(line),
    'workflows',
    ...whole.workflows.map((workflow) => `${line(workflow)}: ${workflow.steps.map(({ id }) => id).join(' · ')}`),
    'decisions',
    ...decisions,
    'forms',
    ...whole.forms.map((form) => `${line(form)}: ${form.fields.map(({ id }) => id).join(' · ')}`),
    'registers',
    ...whole.registers.map(line),
    'letters',
    ...whole.letters.map(line),
    `calendars  ${whole.calendars.join(', ')}`,
  ];
}
