import { useTranslation } from 'react-i18next';
import type { ClauseView } from '../api/index.js';
import { useLocale, useLocalized } from '../i18n/index.js';
import { sentenceDate } from './format-date.js';

/** A clause in its own words, with where it stands and whether it is in force. */
export function ClauseQuote({ clause }: { readonly clause: ClauseView }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const tone = clause.status === 'in-force' ? 'granted' : 'warning';
  return (
    <figure className="clause">
      <blockquote className="clause-quote" lang="zh-CN">
        “{clause.quote}”
      </blockquote>
      {clause.plain && locale === 'en' ? <p>{text(clause.plain)}</p> : null}
      <figcaption className="clause-source">
        {text(clause.document)}
        {clause.documentNumber ? `${t('services.open')}${clause.documentNumber}${t('services.shut')}` : null} {clause.article}{' '}
        <span className={`chip tone-${tone}`}>
          <span aria-hidden="true">{clause.status === 'in-force' ? '●' : '◆'}</span>
          {t(`clause.${clause.status}`)}
          {clause.validTo ? `${t('my.comma')}${t('clause.until', { date: sentenceDate(clause.validTo, locale) })}` : null}
        </span>
      </figcaption>
    </figure>
  );
}
