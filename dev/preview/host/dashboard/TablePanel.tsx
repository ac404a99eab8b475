import { cacheFieldDisplayNames } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { TableNG } from '@grafana/ui/unstable';
import React, { useMemo } from 'react';

import { configured } from './fieldConfig';
import { type PanelProps } from './PanelGrid';

/** A panel of type table: the same component draws it in Grafana. */
export function TablePanel({ panel, frames, width, height, range }: PanelProps) {
  const theme = useTheme2();
  const [data] = useMemo(() => {
    const all = configured(panel, frames, theme);
    // Grafana's panel does so too: column headers are the cached names.
    cacheFieldDisplayNames(all);
    return all;
  }, [panel, frames, theme]);
  const { showHeader, sortBy, frozenColumns, enablePagination } = panel.options;
  if (!data) {
    return null;
  }
  return (
    <TableNG
      {...{ data, width, height, enablePagination, resizable: true, timeRange: range }}
      noHeader={!showHeader}
      initialSortBy={sortBy}
      frozenColumns={frozenColumns?.left}
      fieldConfig={panel.fieldConfig}
    />
  );
}
