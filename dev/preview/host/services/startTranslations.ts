import i18next from 'grafana:i18next';
import { initReactI18next } from 'grafana:react-i18next';

/** @grafana packages translate by i18next; without resources their English defaults show. */
export async function startTranslations(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en-US',
    resources: {},
    returnEmptyString: false,
  });
}
