import { QueryClientProvider } from '@tanstack/react-query';
import { renderHook as renderAlone } from '@testing-library/react';
import React, { type ReactNode } from 'react';
import { queries } from '../data/queries';
import { queryClient } from '../data/queryClient';
import { type Place } from '../domain/place';
import { workspaceIdentity } from '../domain/workspace';
import { demoWorkspace } from './fixtures';
import { answers } from './handlers';
import { server } from './server';

/** What this browser keeps for the workspace is kept under this. */
export const WORKSPACE = workspaceIdentity(demoWorkspace);

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
);

/** Runs a hook on the app's own cache. */
export const renderHook = <T, P>(hook: (props: P) => T, initialProps?: P) =>
  renderAlone(hook, { wrapper, initialProps });

/** What a hook says now. */
export function look<T>(hook: () => T): T {
  const { result, unmount } = renderHook(hook);
  unmount();
  return result.current;
}

/** Lets the page be in the workspace's own Grafana, or in another, with workspace and settings read. */
export async function standIn(place: Place): Promise<void> {
  const endpoint = place === 'local' ? window.location.origin : demoWorkspace.endpoint;
  server.use(answers('GET /workspace', { workspace: { ...demoWorkspace, endpoint } }));
  await Promise.all([queryClient.fetchQuery(queries.workspace), queryClient.fetchQuery(queries.settings)]);
}
