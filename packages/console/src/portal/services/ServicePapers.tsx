import { useTranslation } from 'react-i18next';
import type { ServiceView } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';

/** Each paper with why it is needed; what an office holds already need not be brought. */
export function ServicePapers({ service }: { readonly service: ServiceView }) {
  const { t } = useTranslation();
  const text = useLocalized();
  if (service.papers.length === 0) return null;
  return (
    <section className="page" aria-labelledby="service-papers">
      <h2 id="service-papers">{t('service.papers')}</h2>
      <ul className="plain-list">
        {service.papers.map((paper) => (
          <li key={paper.id} className="card">
            <strong>{text(paper.label)}</strong>
            <p>{text(paper.why)}</p>
            {paper.heldBy ? (
              <p className="tone-text-granted">
                <span aria-hidden="true">✓ </span>
                {text(paper.heldBy)}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
