/**
 * The region that a request names for a target. Private link scopes are "global", which is no region: public
 * configurations that work name the workspace's region there.
 */
export function targetRegion(targetLocation: string, workspaceLocation: string): string {
  return targetLocation.toLowerCase() === 'global' ? workspaceLocation : targetLocation;
}
