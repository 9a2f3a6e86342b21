import type { ComposedPack } from '../documents.js';
import { allowancePack, type AllowanceDocuments } from './allowance-pack.js';

const text = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const levels = ['moderate', 'severe'].map((value) => ({ value, label: text(value, value) }));

/** The allowance pack with a form for one person, without a table: its cases have one row, made of the form. The tables decide it at ACCEPT. */
export function oneRowPack(change: (documents: AllowanceDocuments) => void = () => undefined): ComposedPack {
  return allowancePack((documents) => {
    documents['forms/roster/form.json'] = { ...documents['forms/roster/form.json'], ...personForm };
    documents['forms/roster/fixtures/valid/one.json'] = { ...personAnswers };
    const workflow = documents['allowance/workflow.json'] as unknown as {
      items: { facts: { id: string; values?: unknown }[] };
      steps: { actions: Record<string, unknown>[] }[];
    };
    Object.assign(workflow.items.facts.find(({ id }) => id === 'level') ?? {}, { values: levels });
    Object.assign(workflow.steps[0]?.actions[0] ?? {}, { evaluates: true });
    documents['services/care-allowance.json'] = { ...documents['services/care-allowance.json'], papers: [] };
    documents['allowance/scenarios/granted.json'] = { ...documents['allowance/scenarios/granted.json'], submission: { ...personAnswers } };
    change(documents);
  });
}

/** What a person files in the pack of `oneRowPack`. */
export const personAnswers = { month: '2025-12', centre: 'c1', name: '王某', identity: '11010519491231002X', level: 'severe' };

const personForm = {
  schema: {
    type: 'object',
    required: ['month', 'name', 'identity', 'level'],
    properties: {
      month: { type: 'string', format: 'month' },
      centre: { type: 'string', maxLength: 20 },
      name: { type: 'string' },
      identity: { type: 'string', format: 'identity' },
      level: { type: 'string', enum: ['moderate', 'severe'] },
    },
  },
  fields: [
    { id: 'month', label: text('月份', 'Month'), widget: 'month' },
    { id: 'centre', label: text('机构', 'Centre'), widget: 'text' },
    { id: 'name', label: text('姓名', 'Name'), widget: 'text' },
    { id: 'identity', label: text('身份证号', 'Identity number'), widget: 'identity' },
    { id: 'level', label: text('等级', 'Level'), widget: 'select', values: levels },
  ],
  pages: [{ id: 'one', label: text('填写', 'Fill in'), fields: ['month', 'centre', 'name', 'identity', 'level'] }],
};
