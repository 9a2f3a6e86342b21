import type { LocalizedText } from '@careway/definition';
import { useTranslation } from 'react-i18next';
import type { PrintPart, PrintSheet as Sheet } from '../api/index.js';
import { useLocale, useLocalized } from '../i18n/index.js';
import { tableInstant } from './format-date.js';
import { PageHeading } from './PageHeading.js';

/** A document for paper: the browser prints the same parts as the PDF shows. */
export function PrintSheet({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const text = useLocalized();
  return (
    <article className={`sheet sheet-${sheet.document}`}>
      <PageHeading>{text(sheet.title)}</PageHeading>
      <p className="sheet-number">
        {[sheet.number, sheet.case && `${t('sheet.case')}${sheet.case}`].filter(Boolean).map((number) => (
          <span key={number}>{number}</span>
        ))}
      </p>
      {sheet.parts.map((part, index) => (
        <Part key={`${part.kind}-${index}`} part={part} />
      ))}
      <footer className="sheet-foot">
        {sheet.foot.map((line) => (
          <p key={text(line)}>{text(line)}</p>
        ))}
        <p>{t('sheet.printedAt', { at: tableInstant(sheet.printedAt) })}</p>
      </footer>
    </article>
  );
}

function Part({ part }: { readonly part: PrintPart }) {
  const text = useLocalized();
  switch (part.kind) {
    case 'heading':
      return <h2>{text(part.text)}</h2>;
    case 'paragraph':
      return <p>{text(part.text)}</p>;
    case 'small':
      return <p className="sheet-small">{text(part.text)}</p>;
    case 'signature':
      return <p className="sheet-signature">{text(part.text)}</p>;
    case 'pairs':
      return <Pairs pairs={part.pairs ?? []} />;
    case 'table':
      return <Table part={part} />;
    case 'quotes':
      return <Quotes quotes={part.quotes ?? []} />;
    case 'question':
      return <Question part={part} />;
    default:
      return (
        <ol>
          {(part.entries ?? []).map((entry) => (
            <li key={text(entry)}>{text(entry)}</li>
          ))}
        </ol>
      );
  }
}

/** Lines without a value are high enough to write in. */
function Pairs({ pairs }: { readonly pairs: NonNullable<PrintPart['pairs']> }) {
  const text = useLocalized();
  return (
    <table className="sheet-pairs">
      <tbody>
        {pairs.map(({ label, value }) => (
          <tr key={text(label)} className={value ? '' : 'sheet-blank'}>
            <th scope="row">{text(label)}</th>
            <td>{value ? text(value) : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Table({ part: { columns = [], rows = [] } }: { readonly part: PrintPart }) {
  const text = useLocalized();
  const empty = rows.some((row) => row.slice(1).every((cell) => text(cell) === '' || text(cell).startsWith('□')));
  return (
    <table className={empty ? 'sheet-table sheet-fill-in' : 'sheet-table'}>
      <thead>
        <tr>
          {columns.map(({ label, align, share }) => (
            <th key={text(label)} scope="col" className={align === 'right' ? 'number' : ''} style={{ width: `${share}%` }}>
              {text(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={`${index}-${text(row[0])}`}>
            {row.map((cell, at) => (
              <td
                key={text(columns[at]?.label)}
                className={columns[at]?.align === 'right' ? 'number' : ''}
                data-label={text(columns[at]?.label)}
              >
                {text(cell)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Quotes({ quotes }: { readonly quotes: NonNullable<PrintPart['quotes']> }) {
  const text = useLocalized();
  const locale = useLocale();
  const noted = (note: LocalizedText | undefined) => (note ? (locale === 'en' ? ` (${text(note)})` : `（${text(note)}）`) : '');
  return quotes.map(({ quote, source, note }) => (
    <figure key={quote} className="sheet-quote">
      <blockquote lang="zh-CN">“{quote}”</blockquote>
      <figcaption>
        —— {text(source)}
        {noted(note)}
      </figcaption>
    </figure>
  ));
}

function Question({ part: { text: label, hint, options = [], lines = 0 } }: { readonly part: PrintPart }) {
  const text = useLocalized();
  return (
    <div className="sheet-question">
      <p>
        <strong>{text(label)}</strong> <span className="sheet-small">{text(hint)}</span>
      </p>
      {options.length > 0 ? (
        <p className="sheet-options">
          {options.map((option) => (
            <span key={text(option)}>□ {text(option)}</span>
          ))}
        </p>
      ) : null}
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className="sheet-line" />
      ))}
    </div>
  );
}
