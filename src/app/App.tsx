import React, { Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { PageSkeleton } from '../components/PageSkeleton';
import { AppProviders } from './AppProviders';
import { RequireRole } from './RequireRole';
import { HOME, routes } from './routes';
import { UnknownPage } from './UnknownPage';

/** The app's own pages, below `/a/<plugin id>`. */
export function App() {
  return (
    <AppProviders>
      <Suspense fallback={<PageSkeleton />}>
        <Routes>
          <Route index element={<Navigate to={HOME} replace />} />
          {routes.map(({ path, role, Page }) => (
            <Route
              key={path}
              path={path}
              element={
                <RequireRole role={role}>
                  <Page />
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
