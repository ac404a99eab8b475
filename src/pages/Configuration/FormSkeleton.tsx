import { LoadingPlaceholder } from '@grafana/ui';
import React from 'react';

/** While the settings are read. */
export function FormSkeleton() {
  return <LoadingPlaceholder text="Loading settings…" />;
}
