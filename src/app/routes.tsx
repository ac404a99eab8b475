import { lazy, type ComponentType, type ReactNode } from 'react';

export interface AppRoute {
  /** Below `/a/<plugin id>/`. */
  path: string;
  /** The org role that the page needs. The backend checks it again for each route. */
  role: 'Admin';
  Page: ComponentType;
  /** It also opens before the app is set up; the others lead to the set-up then. */
  opensUnconfigured?: boolean;
  /** What Editors and Viewers see instead, where the operator of Grafana allows it; else it shows the refusal. */
  ReadOnly?: ComponentType<{ refusal: ReactNode }>;
}

/** Where the app opens. */
export const HOME = 'endpoints';

/** Every URL of the app, and who may see it. */
export const routes: AppRoute[] = [
  {
    path: 'endpoints',
    role: 'Admin',
    Page: lazy(() => import('../pages/Endpoints/EndpointsPage').then((m) => ({ default: m.EndpointsPage }))),
    ReadOnly: lazy(() => import('../pages/States/StatesPage').then((m) => ({ default: m.StatesPage }))),
  },
  {
    path: 'endpoints/:name',
    role: 'Admin',
    Page: lazy(() => import('../pages/Endpoint/EndpointPage').then((m) => ({ default: m.EndpointPage }))),
  },
  {
    path: 'export',
    role: 'Admin',
    Page: lazy(() => import('../pages/Export/ExportPage').then((m) => ({ default: m.ExportPage }))),
  },
  {
    path: 'new/:step?',
    role: 'Admin',
    Page: lazy(() => import('../pages/Create/CreatePage').then((m) => ({ default: m.CreatePage }))),
  },
  {
    path: 'data-sources',
    role: 'Admin',
    Page: lazy(() => import('../pages/DataSources/DataSourcesPage').then((m) => ({ default: m.DataSourcesPage }))),
  },
  {
    path: 'data-sources/fill-in/:endpoint',
    role: 'Admin',
    Page: lazy(() => import('../pages/DataSources/FillInPage').then((m) => ({ default: m.FillInPage }))),
  },
  {
    path: 'data-sources/new/:endpoint',
    role: 'Admin',
    Page: lazy(() => import('../pages/DataSources/NewDataSourcePage').then((m) => ({ default: m.NewDataSourcePage }))),
  },
  {
    path: 'data-sources/check',
    role: 'Admin',
    Page: lazy(() => import('../pages/DataSources/CheckPage').then((m) => ({ default: m.CheckPage }))),
  },
  {
    path: 'setup',
    role: 'Admin',
    opensUnconfigured: true,
    Page: lazy(() => import('../pages/Configuration/SetupPage').then((m) => ({ default: m.SetupPage }))),
  },
];
