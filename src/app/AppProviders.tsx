import { Alert, Button, ErrorBoundary, Stack, Text } from '@grafana/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import React, { type ReactNode, useEffect } from 'react';
import { OfflineNotice } from '../components/OfflineNotice';
import { dropOld } from '../data/browserStorage';
import { queryClient } from '../data/queryClient';

/** What every page and every configuration tab stands in. */
export function AppProviders({ children }: { children: ReactNode }) {
  // Also what was kept for a workspace that nobody opens any more.
  useEffect(() => dropOld(), []);
  useRoomForBar();
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

/** Grafana's own bar covers the top of the page: what gets the focus or is led to stays below it, a field with its label. */
function useRoomForBar() {
  useEffect(() => {
    const { style } = document.documentElement;
    style.scrollPaddingTop = '96px';
    return () => {
      style.scrollPaddingTop = '';
    };
  }, []);
}

/** A lazy chunk that is gone: Grafana was upgraded, or the plugin was, while this page was open. */
function isMissingChunk(error: Error): boolean {
  return error.name === 'ChunkLoadError' || /loading (css )?chunk/i.test(error.message);
}

/** What is shown instead of a page that broke. */
function CrashPage({ error }: { error: Error }) {
  const outdated = isMissingChunk(error);
  return (
    <Alert severity="error" title={outdated ? 'This page is out of date' : 'Something went wrong on this page'}>
      <Stack direction="column" alignItems="flex-start">
        <Text>
          {outdated
            ? 'The plugin was updated while this page was open. Reload to get the new version.'
            : 'Changes that were already sent to Azure or Grafana aren’t affected. Reload the page to continue.'}
        </Text>
        <Button icon="sync" variant="secondary" onClick={() => window.location.reload()}>
          Reload page
        </Button>
        {!outdated && (
          <Text variant="bodySmall" color="secondary">
            {error.message}
          </Text>
        )}
      </Stack>
    </Alert>
  );
}
