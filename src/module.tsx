import { AppPlugin } from '@grafana/data';
import React, { lazy, Suspense } from 'react';

import { addPaletteLinks } from './app/paletteLinks';

// Grafana loads this file wherever it lists plugins: it holds no library, everything else comes when it is needed.
const App = lazy(() => import('./app/App').then((m) => ({ default: m.App })));
const WorkspaceTab = lazy(() => import('./app/ConfigTabs').then((m) => ({ default: m.WorkspaceTab })));
const EndpointsTab = lazy(() => import('./app/ConfigTabs').then((m) => ({ default: m.EndpointsTab })));

export const plugin = addPaletteLinks(new AppPlugin())
  .setRootPage(App)
  .addConfigPage({
    title: 'Workspace',
    icon: 'cog',
    id: 'workspace',
    body: () => (
      <Suspense fallback={null}>
        <WorkspaceTab />
      </Suspense>
    ),
  })
  .addConfigPage({
    title: 'Private endpoints',
    icon: 'link',
    id: 'endpoints',
    body: () => (
      <Suspense fallback={null}>
        <EndpointsTab />
      </Suspense>
    ),
  });
