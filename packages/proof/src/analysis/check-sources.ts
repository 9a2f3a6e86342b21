import type {
  ComposedPack,
  ComputedDefinition,
  FactDefinition,
  FormColumn,
  FormDefinition,
  FormField,
  Issue,
  ServiceDefinition,
  WorkflowDefinition,
} from '@careway/definition';
import { propertySchema } from '@careway/forms';
import { factsNeededBy } from './facts-needed.js';
import { analysisIssue } from './pack-messages.js';

type FactType = FactDefinition['type'];

/**
 * Whether facts get what they declare: from the form of each service that uses the workflow, and from registers. Services of one workflow
 * ask for different things, those of a city among them: a field may be missing where nothing of the service reads the fact.
 */
export function checkFactSources(composed: ComposedPack, service: ServiceDefinition): Issue[] {
  const workflow = composed.workflows.get(service.workflow);
  const form = composed.forms.get(service.form);
  if (!workflow || !form) return [];
  const file = composed.files.get(`service:${service.id}`);
  const needed = factsNeededBy(composed, workflow, service);
  const check = (fact: FactDefinition, of: FormFacts): Issue[] => {
    const { kind, field } = fact.from;
    if (kind !== 'submission' || field === undefined) return [];
    const found = fieldOf(form, workflow, of, field);
    if (found) return checkSource({ service, fact, found, schema: schemaOf(form, workflow, of) });
    return needed.has(fact.id) ? [analysisIssue('FIELD_MISSING', '/form', { service: service.id, field, fact: fact.id })] : [];
  };
  return [
    ...workflow.facts.flatMap((fact) => check(fact, 'case')),
    ...(workflow.items?.facts ?? []).flatMap((fact) => check(fact, 'items')),
  ].map((issue) => (file === undefined ? issue : { ...issue, file }));
}

type FormFacts = 'case' | 'items';

/** A form without the table is one row itself. */
function fieldOf(form: FormDefinition, workflow: WorkflowDefinition, of: FormFacts, id: string): SourceField | undefined {
  const table = of === 'items' ? form.fields.find((field) => field.id === workflow.items?.field) : undefined;
  const fields: readonly SourceField[] = table ? (table.columns ?? []) : [...form.fields, ...(form.computed ?? [])];
  return fields.find((field) => field.id === id);
}

function schemaOf(form: FormDefinition, workflow: WorkflowDefinition, of: FormFacts): unknown {
  const table = of === 'items' ? form.fields.find((field) => field.id === workflow.items?.field) : undefined;
  return table ? propertySchema(form.schema, table.id)?.items : form.schema;
}

type SourceField = FormField | FormColumn | ComputedDefinition;

interface Source {
  readonly service: ServiceDefinition;
  readonly fact: FactDefinition;
  readonly found: SourceField;
  readonly schema: unknown;
}

function checkSource({ service, fact, found, schema }: Source): Issue[] {
  const params = { service: service.id, field: found.id, fact: fact.id };
  const types = typesOf(found, schema);
  // A code without a closed list of values is any text.
  const accepted = types.includes(fact.type) || (fact.type === 'code' && !fact.values && types.includes('text'));
  if (!accepted) return [analysisIssue('FIELD_TYPE', '/form', { ...params, type: fact.type, actual: types.join(' / ') })];
  const known = new Set(fact.values?.map(({ value }) => value));
  const strange = fact.type === 'code' && fact.values ? (found.values ?? []).filter(({ value }) => !known.has(value)) : [];
  return strange.length > 0
    ? [analysisIssue('FIELD_VALUES', '/form', { ...params, values: strange.map(({ value }) => value).join(', ') })]
    : [];
}

/** Types of facts that a field or computed value can fill. */
function typesOf(field: SourceField, schema: FormDefinition['schema'] | unknown): readonly FactType[] {
  if ('type' in field) return field.type === 'integer' ? ['integer', 'decimal', 'money'] : [field.type];
  const property = propertySchema(schema, field.id);
  if (property?.type === 'boolean') return ['boolean'];
  if (property?.type === 'integer') return ['integer', 'decimal', 'money'];
  switch (property?.format) {
    case 'date':
      return ['date'];
    case 'month':
      return ['month'];
    case 'decimal':
      return ['decimal', 'money'];
    case 'identity':
      return ['identity'];
    case 'phone':
      return ['phone'];
    default:
      return field.values || property?.enum ? ['code', 'text'] : ['text'];
  }
}

/** Whether facts read from registers have the types of the fields they read. */
export function checkRegisterSources(composed: ComposedPack, workflow: WorkflowDefinition): Issue[] {
  const file = composed.files.get(`workflow:${workflow.id}`);
  const check = (fact: FactDefinition, path: string): Issue[] => {
    const { kind, register, field, function: name } = fact.from;
    const read = kind === 'register' ? composed.registers.get(register ?? '')?.fields.find(({ id }) => id === field)?.type : undefined;
    const actual = read === undefined ? undefined : aggregateType(name, read);
    if (actual === undefined || actual === fact.type || (NUMBERS.has(actual) && NUMBERS.has(fact.type) && fact.type !== 'integer'))
      return [];
    return [
      analysisIssue(
        'REGISTER_TYPE',
        `${path}/type`,
        { fact: fact.id, type: fact.type, field: field ?? '', actual },
        file === undefined ? {} : { file },
      ),
    ];
  };
  return [
    ...workflow.facts.flatMap((fact, index) => check(fact, `/facts/${index}`)),
    ...(workflow.items?.facts ?? []).flatMap((fact, index) => check(fact, `/items/facts/${index}`)),
  ];
}

/** Type of what a function makes of the values of a field. */
function aggregateType(name: FactDefinition['from']['function'], type: FactType): FactType {
  if (name === 'count') return 'integer';
  return name === 'same' ? 'boolean' : type;
}

const NUMBERS: ReadonlySet<FactType> = new Set(['integer', 'decimal', 'money']);
