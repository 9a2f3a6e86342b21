import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, logInAddress, tenantQuery } from '../api/index.js';
import { useLocalized } from '../i18n/index.js';
import { ActionButton, ErrorSummary, ProblemNote, type SummaryLine } from '../shared/index.js';
import { useLogIn } from './use-session.js';

/** Name and password; in demo mode the log-ins of the training tenant as buttons that fill both in. */
export function LogInForm({ onDone, onLater }: { readonly onDone: () => void; readonly onLater?: () => void }) {
  const { t } = useTranslation();
  const logIn = useLogIn();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [lines, setLines] = useState<readonly SummaryLine[]>([]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing: SummaryLine[] = [];
    if (login.trim() === '') missing.push({ target: 'login-name', message: t('session.loginMissing') });
    if (password === '') missing.push({ target: 'login-password', message: t('session.passwordMissing') });
    setLines(missing);
    if (missing.length > 0) return;
    logIn.mutate(
      { login: login.trim(), password },
      {
        onSuccess: onDone,
        onError: (error) => {
          if (error instanceof ApiProblem && error.status === 401) setLines([{ target: 'login-name', message: t('session.wrong') }]);
        },
      },
    );
  };
  const failed = logIn.error && !(logIn.error instanceof ApiProblem && logIn.error.status === 401);
  const invalid = (id: string) => lines.some(({ target }) => target === id) || undefined;
  return (
    <form className="page" onSubmit={submit} noValidate>
      <ErrorSummary lines={lines} />
      {failed ? <ProblemNote error={logIn.error} /> : null}
      <div className="field">
        <label className="field-label" htmlFor="login-name">
          {t('session.login')}
        </label>
        <input
          className="input"
          id="login-name"
          autoComplete="username"
          autoCapitalize="none"
          aria-invalid={invalid('login-name')}
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="login-password">
          {t('session.password')}
        </label>
        <input
          className="input"
          id="login-password"
          type="password"
          autoComplete="current-password"
          aria-invalid={invalid('login-password')}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      <div className="actions">
        <ActionButton kind="primary" type="submit" busy={logIn.isPending}>
          {t('session.submit')}
        </ActionButton>
        {onLater ? <ActionButton onClick={onLater}>{t('session.later')}</ActionButton> : null}
      </div>
      {onLater ? null : <OtherTenants />}
      <DemoLogIns
        choose={(person) => {
          setLogin(person.login);
          setPassword(person.password);
          setLines([]);
        }}
      />
    </form>
  );
}

function DemoLogIns({ choose }: { readonly choose: (person: { login: string; password: string }) => void }) {
  const { t } = useTranslation();
  const text = useLocalized();
  const people = useQuery(tenantQuery).data?.people ?? [];
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="demo-log-ins" className="page">
      <div>
        <h2 id="demo-log-ins">{t('session.demoTitle')}</h2>
        <p>{t('session.demoHint')}</p>
      </div>
      <ul className="entries">
        {people.map((person) => (
          <li key={person.login}>
            <button type="button" className="entry" onClick={() => choose(person)}>
              <span>
                <span className="entry-title">{text(person.role)}</span>
                {person.name}
                {person.hint ? <span className="entry-hint">{text(person.hint)}</span> : null}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which city one logs in to, where the server has several. */
function OtherTenants() {
  const { t } = useTranslation();
  const text = useLocalized();
  const { data: tenant } = useQuery(tenantQuery);
  if (!tenant || tenant.others.length === 0) return null;
  return (
    <nav aria-label={t('session.tenants')} className="tenant-choice">
      <p>{t('session.tenantNow', { name: text(tenant.label) })}</p>
      <ul>
        {tenant.others.map((other) => (
          <li key={other.id}>
            <a href={logInAddress(other)}>{t('session.tenantOther', { name: text(other.label) })}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
