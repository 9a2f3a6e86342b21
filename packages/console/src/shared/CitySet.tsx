import { useTranslation } from 'react-i18next';
import type { CitySetView } from '../api/index.js';
import { useLocalized } from '../i18n/index.js';

/** That the city set the figures of a row, and on what ground, where a clause would be quoted otherwise. */
export function CitySet({ ground }: { readonly ground: CitySetView }) {
  const { t } = useTranslation();
  const text = useLocalized();
  return <span className="clause-source"> {ground.note ? t('why.citySetFor', { note: text(ground.note) }) : t('why.citySet')}</span>;
}
