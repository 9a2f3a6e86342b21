import { useTranslation } from 'react-i18next';
import type { DeliveryReceipt, FactView, LetterBlock } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';
import { CitySet } from '../../shared/index.js';

/** Rules that matched, as sentences, with the rows for which they did. */
export function Matched({ matched }: { readonly matched: NonNullable<LetterBlock['matched']> }) {
  const { t } = useTranslation();
  const text = useLocalized();
  return (
    <ul className="plain-list">
      {matched.map(({ words, rows, clause, citySet }) => (
        <li key={text(words)}>
          {text(words)} <span className="clause-source">{clause?.article}</span> {citySet ? <CitySet ground={citySet} /> : null}{' '}
          {rows.length > 0 ? <span className="field-hint">{t('letter.rowsOf', { rows: rowList(rows) })}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** Numbers of rows, runs of three and more shortened: 1—57, 60. */
function rowList(rows: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : to === from + 1 ? `${from}, ${to}` : `${from}—${to}`)).join(', ');
}

/** What would have to be otherwise for a refused row to be granted. */
export function LetterChanges({ rows }: { readonly rows: NonNullable<LetterBlock['changes']> }) {
  const { t } = useTranslation();
  const text = useLocalized();
  return rows.map(({ row, name, changes }) => (
    <div key={row}>
      <h3>{t('letter.rowChanges', { row, name })}</h3>
      {changes.length === 0 ? <p>{t('letter.byPerson')}</p> : null}
      <ul>
        {changes.map(({ changes: parts, result }) => (
          <li key={parts.map(({ fact, to }) => `${fact} ${text(to)}`).join(' ')}>
            {parts
              .map(({ label, from, to }) =>
                from
                  ? t('letter.change', { label: text(label), from: text(from), to: text(to) })
                  : t('letter.changeTo', { label: text(label), to: text(to) }),
              )
              .join(t('my.comma'))}
            {t('letter.changeResult', { result: text(result) })}
          </li>
        ))}
      </ul>
    </div>
  ));
}

/** Named facts of the case. */
export function LetterFacts({ facts }: { readonly facts: readonly FactView[] }) {
  const text = useLocalized();
  return (
    <table className="plain-table">
      <tbody>
        {facts.map((fact) => (
          <tr key={fact.id}>
            <th scope="row">{text(fact.label)}</th>
            <td>{text(fact.text)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Lines of a proof of delivery; those without a value are filled in by hand. */
export function ReceiptLines({ lines }: { readonly lines: DeliveryReceipt['lines'] }) {
  const text = useLocalized();
  return (
    <table className="plain-table receipt-lines">
      <tbody>
        {lines.map(({ label, value }) => (
          <tr key={text(label)}>
            <th scope="row">{text(label)}</th>
            <td>{value ? text(value) : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
