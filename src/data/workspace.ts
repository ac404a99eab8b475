import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { saveSettings } from '../api/settings';
import { type Place, placeOf, type PlaceVerdict } from '../domain/place';
import { type SetupCheck } from '../domain/settings/setup';
import { type Workspace, workspaceIdentity } from '../domain/workspace';
import { AZURE, queries } from './queries';

/** The configured workspace, wherever on a page it is needed. */
export const useWorkspace = () => useQuery(queries.workspace);

/** Names the workspace for what this browser keeps (workspaceIdentity); '' until it was read. */
export const useWorkspaceId = () => workspaceIdentity(useWorkspace().data);

/** Where the data sources live. */
export interface DataSourcePlace extends PlaceVerdict {
  /** True when health checks over there run in the workspace's managed network. */
  insideManagedNetwork: boolean;
  /** Where a data source's own settings are: a path of this Grafana, or an address of the workspace's. */
  settingsHref: (uid: string) => string;
}

/** The place that applies; undefined until workspace and settings were read. */
export function usePlace(): DataSourcePlace | undefined {
  const { data: workspace } = useWorkspace();
  const { data: settings, isPending } = useQuery(queries.settings);
  const setting = settings?.jsonData.place ?? 'auto';
  return useMemo(
    () => (workspace && !isPending ? placeFor(workspace, setting) : undefined),
    [workspace, isPending, setting]
  );
}

/** The place that applies, for what is shown and done only once it is known: data sources of another are never touched. */
export function useKnownPlace(): DataSourcePlace {
  const place = usePlace();
  if (!place) {
    throw new Error('Where the data sources live is not known yet.');
  }
  return place;
}

/**
 * Saves the settings; what was read under the old ones is forgotten.
 * @param loadsAnew the page is loaded anew after the save: nothing is read again before
 */
export function useSaveSettings({ loadsAnew = false } = {}) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: saveSettings,
    onSuccess: async () => {
      if (loadsAnew) {
        return;
      }
      await client.invalidateQueries(queries.settings);
      // Not awaited: the save is done, and what shows these things says that it is reading.
      void client.resetQueries({ queryKey: AZURE });
    },
  });
}

/** Tests the settings as they were just saved. @throws BackendError where the test couldn't run */
export function useTestSettings(): () => Promise<SetupCheck[]> {
  const client = useQueryClient();
  return useCallback(async () => (await client.fetchQuery(queries.setup)).checks, [client]);
}

function placeFor(workspace: Workspace, setting: Place | 'auto'): DataSourcePlace {
  const own = window.location.origin;
  const verdict = placeOf(setting, workspace.endpoint, own);
  const isRemote = verdict.place === 'remote';
  const origin = isRemote ? webOrigin(workspace.endpoint) : '';
  return {
    ...verdict,
    // Whatever was chosen, only the workspace's own Grafana sits in its network.
    insideManagedNetwork: isRemote || placeOf('auto', workspace.endpoint, own).place === 'local',
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
