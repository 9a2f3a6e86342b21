import type { FormDefinition } from '@careway/definition';
import { checkCharacter } from '../identity-number.js';

const both = (text: string) => ({ 'zh-CN': text, en: text });
const levels = [
  { value: 'mild', label: { 'zh-CN': '轻度失能', en: 'mild' } },
  { value: 'moderate', label: { 'zh-CN': '中度失能', en: 'moderate' } },
  { value: 'severe', label: { 'zh-CN': '重度失能', en: 'severe' } },
];

/** A small form with every kind of field, for tests. */
export const rosterForm: FormDefinition = {
  id: 'roster',
  version: '1.0.0',
  label: both('名册'),
  schema: {
    type: 'object',
    required: ['service_month', 'has_agent', 'agent_name', 'elders', 'evidence', 'consent'],
    additionalProperties: false,
    properties: {
      service_month: { type: 'string', format: 'month' },
      has_agent: { type: 'boolean' },
      agent_name: { type: 'string', minLength: 2, maxLength: 20 },
      agent_phone: { type: 'string', format: 'phone' },
      credit_code: { type: 'string', format: 'credit-code' },
      rent: { type: 'string', format: 'decimal', formatMinimum: '0' },
      beds: { type: 'integer', minimum: 1, maximum: 500 },
      elders: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['name', 'identity_number', 'level', 'local_hukou'],
          properties: {
            name: { type: 'string', minLength: 2, maxLength: 30 },
            identity_number: { type: 'string', format: 'identity' },
            level: { type: 'string', enum: ['mild', 'moderate', 'severe'] },
            local_hukou: { type: 'boolean' },
            start: { type: 'string', format: 'date' },
            hours: { type: 'integer', minimum: 0, maximum: 24 },
          },
        },
      },
      evidence: { type: 'array', minItems: 1, maxItems: 5 },
      consent: { type: 'boolean', const: true },
    },
  },
  fields: [
    { id: 'service_month', label: { 'zh-CN': '服务月份', en: 'Service month' }, widget: 'month' },
    { id: 'has_agent', label: { 'zh-CN': '有没有代办人', en: 'Agent' }, widget: 'radio' },
    { id: 'agent_name', label: { 'zh-CN': '代办人姓名', en: 'Agent name' }, widget: 'text', visibleWhen: 'has_agent = true' },
    { id: 'agent_phone', label: { 'zh-CN': '代办人电话', en: 'Agent phone' }, widget: 'phone', visibleWhen: 'has_agent = true' },
    { id: 'credit_code', label: { 'zh-CN': '统一社会信用代码', en: 'Credit code' }, widget: 'text' },
    { id: 'rent', label: { 'zh-CN': '租金', en: 'Rent' }, widget: 'money' },
    { id: 'beds', label: { 'zh-CN': '床位数', en: 'Beds' }, widget: 'integer' },
    {
      id: 'elders',
      label: { 'zh-CN': '老人名单', en: 'Elders' },
      widget: 'table',
      columns: [
        { id: 'name', label: { 'zh-CN': '姓名', en: 'Name' }, widget: 'text', aliases: ['老人姓名'], example: '王某某' },
        { id: 'identity_number', label: { 'zh-CN': '身份证号', en: 'Identity number' }, widget: 'identity', aliases: ['公民身份号码'] },
        { id: 'level', label: { 'zh-CN': '失能等级', en: 'Level' }, widget: 'select', values: levels },
        { id: 'local_hukou', label: { 'zh-CN': '本市户籍', en: 'Local hukou' }, widget: 'checkbox' },
        { id: 'start', label: { 'zh-CN': '开始日期', en: 'Start' }, widget: 'date' },
        { id: 'hours', label: { 'zh-CN': '时长', en: 'Hours' }, widget: 'integer' },
      ],
    },
    { id: 'evidence', label: { 'zh-CN': '证明材料', en: 'Evidence' }, widget: 'files' },
    { id: 'consent', label: { 'zh-CN': '以上内容属实', en: 'All of this is true' }, widget: 'checkbox' },
  ],
  pages: [
    { id: 'about', label: both('一'), fields: ['service_month', 'has_agent', 'agent_name', 'agent_phone', 'credit_code', 'rent', 'beds'] },
    { id: 'elders', label: both('二'), fields: ['elders'] },
    { id: 'papers', label: both('三'), fields: ['evidence', 'consent'] },
  ],
};

/** A right number by GB 11643 for a birthday YYYYMMDD and a serial of three digits. */
export function identityOf(birthday: string, serial: number): string {
  const body = `150103${birthday}${String(serial).padStart(3, '0')}`;
  return body + checkCharacter(body);
}

export function elder(serial: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { name: `王某${serial}`, identity_number: identityOf('19400101', serial), level: 'severe', local_hukou: true, ...more };
}

export function rosterOf(elders: readonly unknown[], more: Record<string, unknown> = {}): Record<string, unknown> {
  return { service_month: '2021-06', has_agent: false, elders, evidence: [{ id: 'f1', name: 'a.pdf' }], consent: true, ...more };
}
