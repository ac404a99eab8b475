import { EmptyState, LoadingPlaceholder } from '@grafana/ui';
import React, { Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { AppPage } from '../components/AppPage';
import { LinkButton } from '../components/links';
import { endpointsPath } from '../paths';
import { AppProviders } from './AppProviders';
import { RequireRole } from './RequireRole';
import { RequireSetup, ToSetup } from './RequireSetup';
import { HOME, routes } from './routes';

/** The app's own pages, below `/a/<plugin id>`. */
export function App() {
  return (
    <AppProviders>
      <Suspense fallback={<PageSkeleton />}>
        <Routes>
          <Route index element={<Navigate to={HOME} replace />} />
          {routes.map(({ path, role, opensUnconfigured, Page, ReadOnly }) => (
            <Route
              key={path}
              path={path}
              element={
                <RequireRole role={role} ReadOnly={ReadOnly}>
                  {opensUnconfigured ? (
                    <Page />
                  ) : (
                    <RequireSetup otherwise={<ToSetup />}>
                      <Page />
                    </RequireSetup>
                  )}
                </RequireRole>
              }
            />
          ))}
          <Route path="*" element={<UnknownPage />} />
        </Routes>
      </Suspense>
    </AppProviders>
  );
}

/** For an address below the app that leads nowhere. */
function UnknownPage() {
  return (
    <AppPage title="Private endpoints">
      <EmptyState
        variant="not-found"
        message="Page not found"
        button={<LinkButton href={endpointsPath}>Show private endpoints</LinkButton>}
      >
        Check the URL. It may also belong to another version of this plugin.
      </EmptyState>
    </AppPage>
  );
}

/** While a page's code is on its way; the page's own skeleton follows. */
function PageSkeleton() {
  return <LoadingPlaceholder text="Loading…" />;
}
