import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, areasQuery, newKey, type ReceiptView, request, type ServiceView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, ErrorSummary, PageHeading, ProblemNote, type SummaryLine } from '../../shared/index.js';
import { AnswersOfPage } from '../../sheet/AnswersOfPage.js';
import type { Walk } from '../../sheet/FormWalk.js';
import { placesOf } from './area-choices.js';
import { chosenStill, type ComplaintDraft } from './complaint-draft.js';

interface ComplaintCheckProps {
  readonly service: ServiceView;
  readonly draft: ComplaintDraft;
  readonly walk: Walk;
  readonly change: (next: Partial<ComplaintDraft>) => void;
}

/** Everything that was written, who handles it, whether there is a name, then the button. */
export function ComplaintCheck({ service, draft, walk, change }: ComplaintCheckProps) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  const [lines, setLines] = useState<readonly SummaryLine[]>([]);
  const chosen = chosenStill(draft);
  const send = useMutation<ReceiptView, Error, void>({
    mutationFn: () =>
      request<ReceiptView>('/public/cases', {
        method: 'POST',
        idempotencyKey: draft.key,
        body: { service: service.id, data: draft.answers, ...(chosen?.area ? {} : { area: draft.area }) },
      }),
    onSuccess: (receipt) => change({ answers: {}, receipt }),
    onError: (error) => {
      // What was refused is another complaint once it is mended.
      if (error instanceof ApiProblem) change({ key: newKey() });
    },
  });
  const refused = useMemo(() => (send.error instanceof ApiProblem ? send.error.issues : []), [send.error]);
  const submit = () => {
    const missing: SummaryLine[] = walk.issues.map((issue) => ({ message: issue.message[locale] }));
    if (!chosen?.area && draft.area === '') missing.push({ target: 'complaint-area', message: t('complaint.areaMissing') });
    setLines(missing);
    if (missing.length === 0) send.mutate();
  };
  const shown = useMemo(() => [...lines, ...refused.map((issue) => ({ message: issue.message[locale] }))], [lines, refused, locale]);
  const name = draft.answers[service.nameField ?? ''];
  return (
    <>
      <PageHeading>{t('complaint.check')}</PageHeading>
      <ErrorSummary lines={shown} />
      {walk.pages.map((page) => (
        <AnswersOfPage key={page.id} form={service.form} page={page} answers={draft.answers} issues={walk.issues} go={walk.go} />
      ))}
      {chosen?.area ? (
        <p>{t('complaint.areaOf', { area: text(chosen.area.label) })}</p>
      ) : (
        <AreaField area={draft.area} wrong={lines.some(({ target }) => target === 'complaint-area')} choose={(area) => change({ area })} />
      )}
      <p className="note tone-running">
        {typeof name === 'string' && name.trim() !== '' ? t('complaint.named', { name: name.trim() }) : t('complaint.anonymous')}
      </p>
      {service.form.fields.some(({ widget }) => widget === 'files') ? <p className="field-hint">{t('complaint.files')}</p> : null}
      {send.error && refused.length === 0 ? <ProblemNote error={send.error} retry={submit} /> : null}
      <div className="actions">
        <ActionButton kind="primary" busy={send.isPending} onClick={submit}>
          {t('complaint.submit')}
        </ActionButton>
      </div>
    </>
  );
}

interface AreaFieldProps {
  readonly area: string;
  readonly wrong: boolean;
  readonly choose: (area: string) => void;
}

function AreaField({ area, wrong, choose }: AreaFieldProps) {
  const { t } = useTranslation();
  const text = useLocalized();
  const { data, error, refetch } = useQuery(areasQuery);
  if (error) return <ProblemNote error={error} retry={() => void refetch()} />;
  return (
    <div className="field">
      <label className="field-label" htmlFor="complaint-area">
        {t('complaint.area')}
      </label>
      <p className="field-hint" id="complaint-area-hint">
        {t('complaint.areaHint')}
      </p>
      <select
        className="input"
        id="complaint-area"
        aria-describedby="complaint-area-hint"
        aria-invalid={wrong || undefined}
        value={area}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{t('app.dash')}</option>
        {placesOf(data ?? []).map(({ id, path }) => (
          <option key={id} value={id}>
            {path.map(({ label }) => text(label)).join(' ')}
          </option>
        ))}
      </select>
    </div>
  );
}
