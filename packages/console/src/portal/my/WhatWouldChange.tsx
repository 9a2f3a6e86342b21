import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { caseQuery, type ItemView, type LetterBlock } from '../../api/index.js';
import { ActionButton } from '../../shared/index.js';
import { ItemWhy } from './ItemWhy.js';

/** Below a letter that does not tell it itself: for rows that got nothing, the reasons and what would change the result. Not part of the letter's own words. */
export function WhatWouldChange({ caseId, blocks }: { readonly caseId: string; readonly blocks: readonly LetterBlock[] }) {
  const { t } = useTranslation();
  const told = blocks.some(({ kind }) => kind === 'changes');
  const without = new Set(
    blocks.flatMap(({ rows = [] }) =>
      rows.filter(({ status, amount }) => status === 'refused' || Number(amount ?? 0) === 0).map(({ row }) => row),
    ),
  );
  const { data } = useQuery({ ...caseQuery(caseId), enabled: !told && without.size > 0 });
  const items = data?.items.filter(({ row }) => without.has(row)) ?? [];
  if (told || items.length === 0) return null;
  return (
    <section className="page no-print" aria-labelledby="letter-changes">
      <h2 id="letter-changes">{t('why.changes')}</h2>
      <ul className="plain-list">
        {items.map((item) => (
          <Row key={item.id} caseId={caseId} item={item} />
        ))}
      </ul>
    </section>
  );
}

function Row({ caseId, item }: { readonly caseId: string; readonly item: ItemView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <ActionButton kind="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('letter.rowChanges', { row: item.row, name: item.name })}
      </ActionButton>
      {open ? <ItemWhy caseId={caseId} item={item} /> : null}
    </li>
  );
}
