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
import { analysisIssue } from './pack-messages.js';

type FactType = FactDefinition['type'];

/** Whether facts get what they declare: from the form of each service that uses the workflow, and from registers. */
export function checkFactSources(composed: ComposedPack, service: ServiceDefinition): Issue[] {
  const workflow = composed.workflows.get(service.workflow);
  const form = composed.forms.get(service.form);
  if (!workflow || !form) return [];
  const table = form.fields.find(({ id }) => id === workflow.items?.field);
  const file = composed.files.get(`service:${service.id}`);
  const rows = propertySchema(form.schema, table?.id ?? '')?.items;
  return [
    ...workflow.facts.flatMap((fact) =>
      checkSource({ service, fact, fields: [...form.fields, ...(form.computed ?? [])], schema: form.schema }),
    ),
    ...(workflow.items?.facts ?? []).flatMap((fact) => checkSource({ service, fact, fields: table?.columns ?? [], schema: rows })),
  ].map((issue) => (file === undefined ? issue : { ...issue, file }));
}

interface Source {
  readonly service: ServiceDefinition;
  readonly fact: FactDefinition;
  readonly fields: readonly (FormField | FormColumn | ComputedDefinition)[];
  readonly schema: unknown;
}

function checkSource({ service, fact, fields, schema }: Source): Issue[] {
  const { kind, field } = fact.from;
  if (kind !== 'submission' || field === undefined) return [];
  const params = { service: service.id, field, fact: fact.id };
  const found = fields.find(({ id }) => id === field);
  if (!found) return [analysisIssue('FIELD_MISSING', '/form', params)];
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
function typesOf(field: FormField | FormColumn | ComputedDefinition, schema: FormDefinition['schema'] | unknown): readonly FactType[] {
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
    const { kind, register, field } = fact.from;
    const actual = kind === 'register' ? composed.registers.get(register ?? '')?.fields.find(({ id }) => id === field)?.type : undefined;
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

const NUMBERS: ReadonlySet<FactType> = new Set(['integer', 'decimal', 'money']);
