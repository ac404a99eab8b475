/** An Azure Managed Grafana workspace as our backend answers it; '' / [] when Azure said nothing. */
export interface Workspace {
  /** ARM id. */
  id: string;
  name: string;
  resourceGroup: string;
  location: string;
  /** `sku.name`: Standard or Essential; others are possible. */
  tier: string;
  grafanaVersion: string;
  /** The https origin of its Grafana. */
  endpoint: string;
  /** ARM ids of the Azure Monitor workspaces linked to it. */
  linkedMonitorWorkspaces: string[];
  /** RFC 3339, or ''. */
  createdAt: string;
  /** AzureCloud, or the custom cloud's name. */
  cloud: string;
  /** Origin of the cloud's portal; '' when unknown. */
  portal: string;
}

/**
 * Names a workspace for what this browser keeps: another one can get its ARM id after a deletion, and old plans and drafts
 * aren't for that one. '' for none.
 */
export function workspaceIdentity(workspace: Pick<Workspace, 'id' | 'createdAt'> | undefined): string {
  return workspace ? [workspace.id, workspace.createdAt].filter(Boolean).join('@') : '';
}

/** A workspace in the short form that a search answers. */
export type WorkspaceSummary = Pick<Workspace, 'id' | 'name' | 'resourceGroup' | 'location' | 'tier'>;

/**
 * Managed private endpoints need the Standard tier (Microsoft's how-to, prerequisites). An unknown tier isn't refused:
 * Azure decides.
 */
export function tierSupportsEndpoints(tier: string): 'yes' | 'no' | 'unknown' {
  switch (tier.toLowerCase()) {
    case 'standard':
      return 'yes';
    case 'essential':
      return 'no';
    default:
      return 'unknown';
  }
}

/** False where the tier is known to have no private endpoints; a workspace that isn't read yet may have some. */
export function mayHaveEndpoints(workspace: Workspace | undefined): boolean {
  return workspace === undefined || tierSupportsEndpoints(workspace.tier) !== 'no';
}
