import { useTranslation } from 'react-i18next';
import type { LetterBlock, LetterView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ClauseQuote, Money, sentenceDate } from '../../shared/index.js';
import { LetterChanges, LetterFacts, Matched, ReceiptLines } from './LetterTables.js';

/** The parts of a letter in the order its template gives them. */
export function LetterBlocks({ blocks }: { readonly blocks: readonly LetterBlock[] }) {
  return blocks.map((block, index) => <Block key={`${block.kind}-${index}`} block={block} />);
}

function Block({ block }: { readonly block: LetterBlock }) {
  const text = useLocalized();
  switch (block.kind) {
    case 'heading':
      return <h2>{text(block.text)}</h2>;
    case 'paragraph':
      return <p>{text(block.text)}</p>;
    case 'signature':
      return <p className="letter-signature">{text(block.text)}</p>;
    default:
      return (
        <>
          {block.text ? <h2>{text(block.text)}</h2> : null}
          <Content block={block} />
        </>
      );
  }
}

function Content({ block }: { readonly block: LetterBlock }) {
  switch (block.kind) {
    case 'items':
      return <LetterRows rows={block.rows ?? []} />;
    case 'why':
      return <Matched matched={block.matched ?? []} />;
    case 'clauses':
      return (block.clauses ?? []).map((clause) => <ClauseQuote key={clause.id} clause={clause} />);
    case 'changes':
      return <LetterChanges rows={block.changes ?? []} />;
    case 'remedies':
      return <Remedies remedies={block.remedies ?? []} />;
    case 'facts':
      return <LetterFacts facts={block.facts ?? []} />;
    case 'receipt':
      return <ReceiptLines lines={block.receipt?.lines ?? []} />;
    default:
      return (
        <ol className="letter-list">
          {(block.list ?? []).map(({ what, why }) => (
            <li key={what}>
              <strong>{what}</strong> {why}
            </li>
          ))}
        </ol>
      );
  }
}

function LetterRows({ rows }: { readonly rows: NonNullable<LetterBlock['rows']> }) {
  const { t } = useTranslation();
  const text = useLocalized();
  // a level or a grade is told in words, not in a column of money
  const pays = rows.some(({ results }) => results === undefined);
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('rows.row')}</th>
          <th scope="col">{t('rows.name')}</th>
          <th scope="col">{t('rows.decision')}</th>
          <th scope="col" className={pays ? 'amount-cell' : ''}>
            {pays ? t('rows.amount') : t('why.outcome')}
          </th>
          <th scope="col">{t('rows.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row}>
            <td className="figure">{row.row}</td>
            <th scope="row">{row.name}</th>
            <td>{t(`rows.status.${row.status}`)}</td>
            {pays ? (
              <td className="amount-cell" data-label={t('rows.amount')}>
                <Money amount={row.amount} />
              </td>
            ) : (
              <td data-label={t('why.outcome')}>
                {row.results
                  ?.filter(({ main }) => main)
                  .map(({ id, label, text: words }) => (
                    <span key={id}>{`${text(label)} ${text(words)}`}</span>
                  ))}
              </td>
            )}
            <td>
              {row.formula ? <span className="figure">{row.formula} </span> : null}
              {text(row.reason)}
              {row.clause ? <span className="clause-source"> {row.clause.article}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Remedies({ remedies }: { readonly remedies: LetterView['remedies'] }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  return (
    <ul className="plain-list">
      {remedies.map((remedy) => (
        <li key={remedy.id} className="remedy">
          <strong>
            {remedy.due
              ? t('letter.remedyBy', { remedy: text(remedy.label), date: sentenceDate(remedy.due, locale) })
              : remedy.missingYear
                ? t('letter.remedyYear', { remedy: text(remedy.label), year: remedy.missingYear })
                : t('letter.remedyFromDelivery', { remedy: text(remedy.label) })}
          </strong>
          <p>
            {t('letter.remedyBody', { body: text(remedy.body) })} {text(remedy.how)}
          </p>
          {remedy.clause ? <ClauseQuote clause={remedy.clause} /> : null}
        </li>
      ))}
    </ul>
  );
}
