import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ServiceView } from '../../api/index.js';
import { useLocalized } from '../../i18n/index.js';

/** Online, family, counter, paper, telephone: all are full ways. */
export function ServiceWays({ service }: { readonly service: ServiceView }) {
  const { t } = useTranslation();
  const text = useLocalized();
  return (
    <section className="page" aria-labelledby="service-ways">
      <h2 id="service-ways">{t('service.ways')}</h2>
      <dl className="facts">
        {service.ways.map((way) => (
          <div className="facts-row" key={way.kind}>
            <dt>{t(`service.way.${way.kind}`)}</dt>
            <dd>
              {text(way.text)}
              {way.kind === 'paper' ? (
                <>
                  {' '}
                  <Link to={`/print/${service.form.id}`}>{t('sheet.blank')}</Link>
                </>
              ) : null}
            </dd>
          </div>
        ))}
        <div className="facts-row">
          <dt>{t('service.contact')}</dt>
          <dd>
            {text(service.contact.office)} <a href={`tel:${service.contact.telephone}`}>{service.contact.telephone}</a>
            {service.contact.address ? ` ${text(service.contact.address)}` : null}
          </dd>
        </div>
      </dl>
    </section>
  );
}
