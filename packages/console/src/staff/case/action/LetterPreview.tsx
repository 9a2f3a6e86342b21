import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CaseCommand, type LetterText, request } from '../../../api/index.js';
import { useLocalized } from '../../../i18n/index.js';
import { LetterBlocks } from '../../../portal/my/LetterBlocks.js';
import { ActionButton, ProblemNote } from '../../../shared/index.js';

export interface LetterPreviewProps {
  readonly caseId: string;
  /** The command as typed so far. */
  readonly command: () => CaseCommand;
  /** What is still to be filled in before there is anything to show. */
  readonly unavailable: string | undefined;
}

/** The letter as it will go out: asked for again after every change, never recorded. */
export function LetterPreview({ caseId, command, unavailable }: LetterPreviewProps) {
  const { t } = useTranslation('staff');
  const text = useLocalized();
  const preview = useMutation({
    mutationFn: async (body: CaseCommand) => ({
      typed: JSON.stringify(body),
      letters: await request<readonly LetterText[]>(`/cases/${encodeURIComponent(caseId)}/letter-preview`, { method: 'POST', body }),
    }),
  });
  const current = !unavailable && preview.data?.typed === JSON.stringify(command()) ? preview.data.letters : undefined;
  return (
    <section className="staff-preview" aria-live="polite">
      <ActionButton unavailable={unavailable} busy={preview.isPending} onClick={() => preview.mutate(command())}>
        {preview.data && !current ? t('letterPreview.again') : t('letterPreview.see')}
      </ActionButton>
      {preview.error && !unavailable ? <ProblemNote error={preview.error} /> : null}
      {current?.length === 0 ? <p>{t('letterPreview.none')}</p> : null}
      {current?.map(({ letter, title, blocks }) => (
        <article key={letter.id} className="staff-sheet" aria-label={text(title)}>
          <p className="staff-muted">{letter.status === 'numbering' ? t('letterPreview.number') : t('letterPreview.plain')}</p>
          <div className="page">
            <LetterBlocks blocks={blocks} />
          </div>
        </article>
      ))}
    </section>
  );
}
