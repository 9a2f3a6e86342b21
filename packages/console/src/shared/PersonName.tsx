import { useTranslation } from 'react-i18next';
import { useLocalized } from '../i18n/index.js';
import type { PersonView } from '../api/index.js';

/** A name as the server lets this viewer see it, with the post if known. Masking is never done in the browser. */
export function PersonName({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation();
  const text = useLocalized();
  return (
    <span className="person-name">
      {person.name}
      {person.post ? `${t('services.open')}${text(person.post)}${t('services.shut')}` : null}
    </span>
  );
}
