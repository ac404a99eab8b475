import { ErrorBoundary } from '@grafana/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import React, { type ReactNode } from 'react';
import { OfflineNotice } from '../components/OfflineNotice';
import { queryClient } from '../data/queryClient';
import { CrashPage } from './CrashPage';

/** What every page and every configuration tab stands in. */
export function AppProviders({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary>
      {({ error }) =>
        error ? (
          <CrashPage error={error} />
        ) : (
          <QueryClientProvider client={queryClient}>
            {children}
            <OfflineNotice />
          </QueryClientProvider>
        )
      }
    </ErrorBoundary>
  );
}
