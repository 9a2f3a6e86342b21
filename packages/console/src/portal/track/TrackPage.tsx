import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, request, type TrackView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, ErrorSummary, groupNumber, PageHeading, ProblemNote, shortDate, type SummaryLine } from '../../shared/index.js';
import { PathTimeline } from '../my/CasePath.js';
import { TrackedActions } from './TrackedActions.js';
import { TrackedLetters } from './TrackedLetters.js';

/** Where is it? By number and tracking code, without a log-in; neither name nor amount is shown. Who filed without an account reads the reply and answers it here. */
export function TrackPage() {
  const { t } = useTranslation();
  const [scanned] = useState(() => new URLSearchParams(window.location.hash.slice(1)));
  const [number, setNumber] = useState(scanned.get('number') ?? '');
  const [code, setCode] = useState(scanned.get('code') ?? '');
  const [lines, setLines] = useState<readonly SummaryLine[]>([]);
  const [shown, setShown] = useState<Tracked>();
  const find = useMutation<Tracked, Error, void>({
    mutationFn: async () => {
      const place = { number: number.replace(/\s/g, ''), code: code.replace(/\s/g, '') };
      return { ...place, view: await request<TrackView>('/track', { method: 'POST', body: place }) };
    },
    onSuccess: setShown,
    onError: () => setShown(undefined),
  });
  const { mutate } = find;
  useEffect(() => {
    // Scanned with a camera: nothing is left to type, so nothing to press either.
    if (scanned.get('number') && scanned.get('code')) mutate();
  }, [scanned, mutate]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing: SummaryLine[] = [];
    if (number.trim() === '') missing.push({ target: 'track-number', message: t('track.numberMissing') });
    if (code.trim() === '') missing.push({ target: 'track-code', message: t('track.codeMissing') });
    setLines(missing);
    if (missing.length === 0) find.mutate();
  };
  const unknown = find.error instanceof ApiProblem && find.error.status === 404;
  return (
    <div className="page">
      <PageHeading>{t('track.title')}</PageHeading>
      <form className="page" onSubmit={submit} noValidate>
        <ErrorSummary lines={lines} />
        <div className="field">
          <label className="field-label" htmlFor="track-number">
            {t('track.number')}
          </label>
          <p className="field-hint" id="track-number-hint">
            {t('track.numberHint')}
          </p>
          <input
            className="input"
            id="track-number"
            autoComplete="off"
            aria-describedby="track-number-hint"
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor="track-code">
            {t('track.code')}
          </label>
          <p className="field-hint" id="track-code-hint">
            {t('track.codeHint')}
          </p>
          <input
            className="input input-code"
            id="track-code"
            autoComplete="off"
            aria-describedby="track-code-hint"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </div>
        <div className="actions">
          <ActionButton kind="primary" type="submit" busy={find.isPending}>
            {t('track.submit')}
          </ActionButton>
        </div>
      </form>
      <div aria-live="polite">
        {unknown ? (
          <div className="note tone-error">
            <p className="note-title">{t('states.notFoundTitle')}</p>
            <p>{t('states.notFound')}</p>
          </div>
        ) : null}
        {find.error && !unknown ? <ProblemNote error={find.error} retry={() => find.mutate()} /> : null}
        {shown ? <Found view={shown.view} /> : null}
      </div>
      {shown ? (
        <>
          <TrackedActions key={shown.number} tracked={shown} changed={(view) => setShown({ ...shown, view })} />
          <TrackedLetters letters={shown.view.letters} />
        </>
      ) : null}
    </div>
  );
}

/** What was found, and with what. */
export interface Tracked {
  readonly number: string;
  readonly code: string;
  readonly view: TrackView;
}

function Found({ view }: { readonly view: TrackView }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const locale = useLocale();
  return (
    <section className="card" aria-labelledby="tracked">
      <h2 id="tracked">{text(view.service)}</h2>
      <p className="figure">{groupNumber(view.number)}</p>
      <p className="case-waiting">{text(view.waiting)}</p>
      {view.pauses.map((pause) => (
        <p className="clock-pause" key={pause.from}>
          <span aria-hidden="true">‖ </span>
          {pause.to
            ? t('case.paused', { from: shortDate(pause.from, locale), to: shortDate(pause.to, locale), why: text(pause.why) })
            : t('case.pausedSince', { from: shortDate(pause.from, locale), why: text(pause.why) })}
        </p>
      ))}
      <PathTimeline path={view.path} />
    </section>
  );
}
