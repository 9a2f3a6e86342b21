import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ClauseView, ParametersView, ParameterView, ProposalView } from '../../api/index.js';
import { useLocale, useLocalized } from '../../i18n/index.js';
import { ActionButton, ProblemNote, sentenceMonth } from '../../shared/index.js';
import { SelectField, TextField } from '../../staff/case/action/PanelFields.js';
import { figureIssue } from './figure-issue.js';
import { plainFigure } from './field-fault.js';
import { StepButtons } from './StepButtons.js';
import type { ProposalDraft } from './use-proposal-draft.js';
import { changeKey, changesOf, dayOf, textOf, type TypedChange } from './proposal-answers.js';
import { useIssueWords } from '../use-issue-words.js';
import { SaveLine } from './SaveLine.js';

export interface ChangesSideProps {
  readonly view: ParametersView;
  readonly draft: ProposalDraft;
  readonly saved: ProposalView | undefined;
}

/** What is changed, as sentences: each with its ground and its undo; from when, on what ground; on to the preview. */
export function ChangesSide({ view, draft, saved }: ChangesSideProps) {
  const { t } = useTranslation('designer');
  const { answers } = draft.state;
  const changes = changesOf(answers);
  const known = new Map(view.parameters.map((parameter) => [parameter.key, parameter]));
  const discard = () => {
    const cleared = Object.fromEntries([...changes.keys()].map((key) => [changeKey(key), undefined]));
    draft.change({ ...cleared, from: '', note: '' }, 'all');
  };
  return (
    <aside className="staff-aside designer-side" aria-labelledby="side-title">
      <section className="staff-card">
        <div className="staff-row">
          <h2 id="side-title">{t('side.title')}</h2>
          <span className="staff-push">
            <StepButtons draft={draft} />
          </span>
        </div>
        <SaveLine draft={draft} />
        {changes.size === 0 ? <p>{t('side.none')}</p> : null}
        <ol className="designer-changes">
          {[...changes].map(([key, typed]) => (
            <ChangeItem key={key} parameter={known.get(key)} name={key} typed={typed} {...{ view, draft, saved }} />
          ))}
        </ol>
        {changes.size > 0 ? <Ending {...{ view, draft, saved, discard }} /> : null}
      </section>
    </aside>
  );
}

interface ChangeItemProps extends ChangesSideProps {
  readonly name: string;
  readonly parameter: ParameterView | undefined;
  readonly typed: TypedChange;
}

function ChangeItem({ parameter, name, typed, view, draft, saved }: ChangeItemProps) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  const told = saved?.changes.find((change) => change.parameter === name && change.value === typed.value);
  const sentence = told
    ? text(told.sentence)
    : `${text(parameter?.label)}${t('colon')}${text(parameter?.words)} → ${typed.value.trim() || t('dash')}`;
  const issue = parameter && figureIssue({ parameter, typed, saved, text, t });
  const key = changeKey(name);
  const clauses = view.clauses.filter(({ id, quote }) => id === typed.clause || holdsFigure(quote, typed.value));
  const ground = (clause: string) => {
    const { clause: _clause, ...rest } = typed;
    draft.change({ [key]: clause === '' ? rest : { ...rest, clause } }, `${key}:clause`);
  };
  return (
    <li>
      <p>
        <strong className="figure">{sentence}</strong>
        <br />
        <span className="staff-muted">{text(parameter?.of)}</span>
      </p>
      {issue ? <p className="staff-error">✗ {issue}</p> : null}
      {clauses.length > 0 ? (
        <SelectField
          id={`ground-${name}`}
          label={t('side.basis')}
          none={t('side.own')}
          value={typed.clause ?? ''}
          options={clauses.map((clause) => [clause.id, clauseName(clause, text)])}
          onChange={ground}
        />
      ) : null}
      <ActionButton
        kind="link"
        aria-label={t('side.undoLabel', { sentence })}
        onClick={() => draft.change({ [key]: undefined }, `${key}:undo`)}
      >
        {t('side.undo')}
      </ActionButton>
    </li>
  );
}

/** Whether a quote names the figure as a number of its own; the server judges again. */
function holdsFigure(quote: string, typed: string): boolean {
  const figure = plainFigure(typed).replace(/\.0+$/, '');
  if (!/^\d+(\.\d+)?$/.test(figure)) return false;
  return [...quote.normalize('NFKC').matchAll(/\d+(?:\.\d+)?/g)].some(([number]) => number === figure);
}

function clauseName({ document, article }: ClauseView, text: ReturnType<typeof useLocalized>): string {
  return `${text(document)} ${article}`;
}

function Ending({ view, draft, saved, discard }: ChangesSideProps & { readonly discard: () => void }) {
  const { t } = useTranslation('designer');
  const text = useLocalized();
  const locale = useLocale();
  const navigate = useNavigate();
  const { answers } = draft.state;
  const typedDay = textOf(answers, 'from');
  const wrongDay = typedDay.trim() !== '' && dayOf(answers) === '' ? t('side.fromWrong') : undefined;
  const told = saved?.issues.find(({ path, code }) => path === '/effectiveFrom' && code !== 'EFFECTIVE_FROM_MISSING');
  const kinds = new Set(view.parameters.filter(({ key }) => changesOf(answers).has(key)).map(({ legalDate }) => legalDate));
  const lacking = saved?.issues.length ?? 0;
  const go = async () => {
    const stored = await draft.saver.flush();
    const now = draft.saved();
    if (stored && now && now.issues.length === 0) void navigate(`/designer/${view.pack}/proposals/${now.id}`);
  };
  return (
    <div className="designer-ending">
      <TextField
        id="effective-from"
        label={t('side.from')}
        hint={t('side.fromHint')}
        value={typedDay}
        error={wrongDay ?? (told && dayOf(answers) === saved?.effectiveFrom ? text(told.message) : undefined)}
        onChange={(from) => draft.change({ from }, 'from')}
      />
      {saved?.firstMonth ? <p className="staff-muted">{t('side.firstMonth', { month: sentenceMonth(saved.firstMonth, locale) })}</p> : null}
      {kinds.has('opening') ? <p className="staff-muted">{t('side.opening')}</p> : null}
      <TextField
        id="proposal-note"
        rows={2}
        label={t('side.note')}
        hint={t('side.noteHint')}
        value={textOf(answers, 'note')}
        onChange={(note) => draft.change({ note }, 'note')}
      />
      {draft.state.status === 'refused' && draft.state.error ? <ProblemNote error={draft.state.error} /> : null}
      <Lacking issues={lacking} saved={saved} draft={draft} />
      <div className="staff-row">
        <ActionButton kind="primary" busy={draft.state.status === 'saving'} onClick={() => void go()}>
          {t('side.next')}
        </ActionButton>
        <ActionButton kind="link" onClick={discard}>
          {t('side.discard')}
        </ActionButton>
      </div>
    </div>
  );
}

/** What is still to mend before it can go on, once the server has seen the draft as it is. */
function Lacking({
  issues,
  saved,
  draft,
}: {
  readonly issues: number;
  readonly saved: ProposalView | undefined;
  readonly draft: ProposalDraft;
}) {
  const { t } = useTranslation('designer');
  const words = useIssueWords(saved);
  if (issues === 0 || draft.state.status !== 'saved') return null;
  return (
    <div className="note tone-warning">
      <p className="note-title">◆ {t('side.mend', { count: issues })}</p>
      <ul>
        {saved?.issues.map((issue) => (
          <li key={`${issue.code}${issue.path}`}>{words(issue)}</li>
        ))}
      </ul>
    </div>
  );
}
