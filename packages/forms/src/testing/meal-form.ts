import type { FormDefinition } from '@careway/definition';

const both = (words: string) => ({ 'zh-CN': words, en: words });
const categories = [
  { value: 'low-income', label: both('低保') },
  { value: 'empty-nest', label: both('空巢') },
];

/** A roster of meals by elder for one month, made from a list with one line a swipe. */
export const mealForm: FormDefinition = {
  id: 'meals',
  version: '1.0.0',
  label: both('助餐'),
  schema: {
    type: 'object',
    required: ['service_month', 'rows'],
    properties: {
      service_month: { type: 'string', format: 'month' },
      rows: {
        type: 'array',
        items: {
          type: 'object',
          required: ['elder_name', 'identity_number', 'category', 'breakfasts', 'lunches'],
          properties: {
            elder_name: { type: 'string', minLength: 2, maxLength: 40 },
            identity_number: { type: 'string', format: 'identity' },
            category: { type: 'string', enum: ['low-income', 'empty-nest'] },
            breakfasts: { type: 'integer', minimum: 0, maximum: 31 },
            lunches: { type: 'integer', minimum: 0, maximum: 31 },
            counted_month: { type: 'string', format: 'month' },
          },
        },
      },
    },
  },
  fields: [
    { id: 'service_month', label: both('服务月份'), widget: 'month' },
    {
      id: 'rows',
      label: both('老人名单'),
      widget: 'table',
      columns: [
        { id: 'elder_name', label: both('姓名'), widget: 'text' },
        { id: 'identity_number', label: both('身份证号'), widget: 'identity' },
        { id: 'category', label: both('类别'), widget: 'select', values: categories },
        { id: 'breakfasts', label: both('早餐次数'), widget: 'integer' },
        { id: 'lunches', label: both('午餐次数'), widget: 'integer' },
        { id: 'counted_month', label: both('统计月份'), widget: 'month' },
      ],
      fold: {
        label: both('刷卡记录'),
        columns: [
          { id: 'swiped_on', label: both('刷卡日期'), widget: 'date', aliases: ['刷卡时间'] },
          {
            id: 'meal',
            label: both('餐次'),
            widget: 'select',
            values: [
              { value: 'breakfast', label: both('早餐') },
              { value: 'lunch', label: both('午餐') },
            ],
          },
        ],
        key: ['identity_number'],
        keep: ['elder_name', 'category'],
        unique: ['identity_number', 'swiped_on', 'meal'],
        date: { column: 'swiped_on', within: 'service_month', into: 'counted_month' },
        count: {
          by: 'meal',
          into: [
            { value: 'breakfast', column: 'breakfasts' },
            { value: 'lunch', column: 'lunches' },
          ],
        },
      },
    },
  ],
  pages: [{ id: 'all', label: both('一'), fields: ['service_month', 'rows'] }],
};
