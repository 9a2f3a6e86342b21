import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { servicesQuery } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import type { RegisterRecord } from '../api/staff-queries.js';
import { staffZhCN } from '../i18n/zh-CN.js';

type FieldName = keyof typeof staffZhCN.registers.fields;
type ValueName = keyof typeof staffZhCN.registers.values;

/** Values of a record, whether they lie flat or under `values`. */
export function valuesOf(record: RegisterRecord): Readonly<Record<string, unknown>> {
  const inner = record['values'];
  return typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : record;
}

/** Words for the columns and coded values of the registers of the base pack. */
export function useRecordWords() {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const { data: services } = useQuery(servicesQuery);
  const value = (given: unknown): string => {
    if (given === undefined || given === null || given === '') return t('dash');
    if (typeof given === 'object') return 'zh-CN' in given ? text(given as { 'zh-CN': string; en: string }) : t('dash');
    const word = String(given as string | number | boolean).replace(/^org:/, '');
    // Keys of people are for the machine.
    if (/^s-[0-9a-f]{16,}$/.test(word)) return t('dash');
    const service = services?.find(({ id }) => id === word);
    if (service) return text(service.label);
    return word in staffZhCN.registers.values ? t(`registers.values.${word as ValueName}`) : word;
  };
  const field = (id: string): string | undefined =>
    id in staffZhCN.registers.fields ? t(`registers.fields.${id as FieldName}`) : undefined;
  return { value, field };
}
