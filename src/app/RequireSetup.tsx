import { usePluginContext } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React, { type ReactNode, useMemo } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { queries } from '../data/queries';
import { isSetUp, isSetUpAsStored } from '../domain/settings/isSetUp';
import { setupPath } from '../paths';

interface Props {
  /** Shown while nobody has set the app up. */
  otherwise: ReactNode;
  children: ReactNode;
}

/**
 * Shows a page of an app that is set up. Grafana brings the settings along with the page, so that nothing waits for them;
 * where they say nothing, they are read again, since Grafana keeps them as they were when its page was loaded.
 */
export function RequireSetup({ otherwise, children }: Props) {
  const stored = usePluginContext()?.meta?.jsonData as unknown;
  const wasSetUp = useMemo(() => isSetUpAsStored(stored), [stored]);
  const { data, isFetching } = useQuery({ ...queries.settings, enabled: !wasSetUp });
  if (data ? isSetUp(data) : wasSetUp) {
    return <>{children}</>;
  }
  if (data) {
    return <>{otherwise}</>;
  }
  // What can't be read is for the page to tell.
  return isFetching ? <LoadingPlaceholder text="Loading…" /> : <>{children}</>;
}

/** Leads to the set-up, and from there back here. */
export function ToSetup() {
  const { pathname, search } = useLocation();
  return <Navigate to={setupPath(pathname + search)} replace />;
}
