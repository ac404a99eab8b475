import React from 'react';
import { createRoot } from 'react-dom/client';

import { Host } from './Host';
import { connectRuntime, startTranslations } from './services/connectRuntime';
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
