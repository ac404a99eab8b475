import { useMemo } from 'react';
import { type Place, placeOf, type PlaceVerdict } from '../domain/place';
import { type Workspace } from '../domain/workspace';
import { useSettings } from './useSettings';
import { useWorkspace } from './useWorkspace';

/** Where the data sources live, as all pages need it. */
export interface DataSourcePlace extends PlaceVerdict {
  /** True when health checks over there run in the workspace's managed network. */
  insideManagedNetwork: boolean;
  /** Where a data source's own settings are: a path of this Grafana, or an address of the workspace's. */
  settingsHref: (uid: string) => string;
}

/** The place that applies; undefined until workspace and settings were read. */
export function usePlace(): DataSourcePlace | undefined {
  const { data: workspace } = useWorkspace();
  const { data: settings, isPending } = useSettings();
  const setting = settings?.jsonData.place ?? 'auto';
  return useMemo(
    () => (workspace && !isPending ? placeFor(workspace, setting) : undefined),
    [workspace, isPending, setting]
  );
}

function placeFor(workspace: Workspace, setting: Place | 'auto'): DataSourcePlace {
  const own = window.location.origin;
  const verdict = placeOf(setting, workspace.endpoint, own);
  const isRemote = verdict.place === 'tower';
  const origin = isRemote ? webOrigin(workspace.endpoint) : '';
  return {
    ...verdict,
    // Whatever was chosen, only the workspace's own Grafana sits in its network.
    insideManagedNetwork: isRemote || placeOf('auto', workspace.endpoint, own).place === 'inside',
    settingsHref: (uid) => `${origin}/connections/datasources/edit/${encodeURIComponent(uid)}`,
  };
}

// The address comes from Azure: anything but a web origin must not become a link.
function webOrigin(text: string): string {
  try {
    const { protocol, origin } = new URL(text);
    return protocol === 'https:' ? origin : '';
  } catch {
    return '';
  }
}
