import { LoadingPlaceholder } from '@grafana/ui';
import React from 'react';

/** While a page's code is on its way; the page's own skeleton follows. */
export function PageSkeleton() {
  return <LoadingPlaceholder text="Loading…" />;
}
