import i18next from 'grafana:i18next';
import { initReactI18next } from 'grafana:react-i18next';
import React from 'react';
import { createRoot } from 'react-dom/client';
import { Host } from './Host';
import { connectRuntime } from './services/connectRuntime';
import { shareModules } from './sharedModules';

async function start(): Promise<void> {
  await startTranslations();
  connectRuntime();
  shareModules();
  const root = document.getElementById('reactRoot');
  if (root) {
    createRoot(root).render(<Host />);
  }
}

void start();

/** @grafana packages translate by i18next; without resources their English defaults show. */
async function startTranslations(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en-US',
    resources: {},
    returnEmptyString: false,
  });
}
