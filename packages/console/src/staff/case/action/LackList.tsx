import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../shared/index.js';
import type { Lack } from './intent.js';

export interface LackListProps {
  readonly list: readonly Lack[];
  readonly error?: string | undefined;
  readonly onChange: (list: readonly Lack[]) => void;
}

/** What is missing and why it is needed: everything at once, since it may be asked for only once. */
export function LackList({ list, error, onChange }: LackListProps) {
  const { t } = useTranslation('staff');
  const set = (index: number, change: Partial<Lack>) => onChange(list.map((lack, at) => (at === index ? { ...lack, ...change } : lack)));
  const filled = list.filter(({ what }) => what.trim() !== '');
  const words = filled.map(({ what, why }, index) => `${index + 1}. ${what.trim()}${why.trim() ? `（${why.trim()}）` : ''}`);
  return (
    <fieldset className="field" id="panel-list" tabIndex={-1} style={{ maxWidth: 'none' }}>
      <legend className="staff-legend">{t('panel.list')}</legend>
      <span className="staff-muted">{t('panel.listHint')}</span>
      {error ? <span className="staff-error">✗ {error}</span> : null}
      {list.map((lack, index) => (
        <div className="staff-list-row" key={index}>
          <div className="staff-field">
            <label htmlFor={`lack-what-${index}`}>{t('panel.what', { row: index + 1 })}</label>
            <Input id={`lack-what-${index}`} value={lack.what} onChange={(event) => set(index, { what: event.target.value })} />
          </div>
          <div className="staff-field">
            <label htmlFor={`lack-why-${index}`}>{t('panel.whatFor', { row: index + 1 })}</label>
            <Input id={`lack-why-${index}`} value={lack.why} onChange={(event) => set(index, { why: event.target.value })} />
          </div>
          {list.length > 1 ? (
            <ActionButton
              onClick={() => onChange(list.filter((_, at) => at !== index))}
              aria-label={t('panel.removeRow', { row: index + 1 })}
            >
              ×
            </ActionButton>
          ) : null}
        </div>
      ))}
      <div>
        <ActionButton onClick={() => onChange([...list, { what: '', why: '' }])}>{t('panel.addRow')}</ActionButton>
      </div>
      {filled.length > 0 ? (
        <div className="note tone-running">
          <p className="note-title">{t('panel.preview')}</p>
          <p>{t('panel.supplementPreview', { count: filled.length, list: words.join(t('semicolon')) })}</p>
        </div>
      ) : null}
    </fieldset>
  );
}
