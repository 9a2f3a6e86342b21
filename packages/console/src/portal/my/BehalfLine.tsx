import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../api/index.js';
import { useSession } from '../../app/use-session.js';

/** What is being done, and for whom, where that is not the person who is logged in: never left unclear whose matter it is. */
export function BehalfLine({ view, what }: { readonly view: Pick<CaseView, 'parties'>; readonly what: ReactNode }) {
  const { t } = useTranslation();
  const { person } = useSession();
  const mine = view.parties.find((party) => party.mine);
  const other = mine && mine.name !== person?.name;
  return (
    <p className="behalf">
      <strong>{what}</strong>
      {other && mine.kind === 'organisation' ? <span>{t('apply.behalf', { organisation: mine.name, person: person?.name })}</span> : null}
      {other && mine.kind === 'person' ? <span>{t('own.behalf', { name: mine.name, person: person?.name })}</span> : null}
    </p>
  );
}
