import { useTranslation } from 'react-i18next';
import type { ImportView, RegisterView } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';

export interface ImportRowsProps {
  readonly register: RegisterView;
  readonly rows: ImportView['rows'];
}

/** The first rows that add or change a record: of a change both values, of a new one what it says. */
export function ImportRows({ register, rows }: ImportRowsProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  return (
    <section className="staff-card" aria-labelledby="import-rows">
      <h2 id="import-rows">{t('registers.bringing.rows', { count: rows.length })}</h2>
      <div className="staff-scroll import-list" tabIndex={0} role="group" aria-labelledby="import-rows">
        <table className="staff-table">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('registers.bringing.line')}
              </th>
              <th scope="col">{text(register.fields.find(({ id }) => id === register.name)?.label)}</th>
              <th scope="col">{t('registers.bringing.changes')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, kind, name, changes }) => (
              <tr key={line}>
                <td className="number">{line}</td>
                <th scope="row">{name}</th>
                <td>
                  {kind === 'added' ? '＋' : '◇'} {t(`registers.bringing.kind.${kind}`)}
                  {t('colon')}
                  {changes.map((change) => changeWords(change, kind)).join(t('semicolon'))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );

  function changeWords({ label, from, to }: ImportView['rows'][number]['changes'][number], kind: 'added' | 'changed'): string {
    if (kind === 'added') return `${text(label)} ${text(to)}`;
    const none = t('registers.record.none');
    return t('registers.record.change', { label: text(label), from: text(from) || none, to: text(to) || none });
  }
}
