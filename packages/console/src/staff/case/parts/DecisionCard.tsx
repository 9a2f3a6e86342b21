import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CaseView, letterQuery } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { LetterBlocks } from '../../../portal/my/LetterBlocks.js';
import { LoadingState, ProblemNote } from '../../../shared/index.js';
import { LetterState } from './CaseLetters.js';

/** Of a case without rows: what was decided, why, by which article and what can be done against it, as its last letter tells it. */
export function DecisionCard({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const letter = view.letters.findLast(({ delivery, revoked }) => delivery === 'required' && !revoked);
  const { data, error, refetch } = useQuery({ ...letterQuery(view.id, letter?.id ?? ''), enabled: letter !== undefined });
  if (view.rows !== 'none' || !letter) return null;
  return (
    <section className="staff-card" aria-labelledby="decision-title">
      <h2 id="decision-title">
        {t('proc.decided')}
        {t('colon')}
        {text(letter.label)} <span className="figure">{letter.number}</span>
      </h2>
      <p>
        <LetterState letter={letter} />
      </p>
      {error ? <ProblemNote error={error} retry={() => void refetch()} /> : null}
      {data ? (
        <div className="page">
          <LetterBlocks blocks={data.blocks.filter(({ kind }) => kind !== 'heading' && kind !== 'signature')} />
        </div>
      ) : error ? null : (
        <LoadingState lines={4} />
      )}
    </section>
  );
}
