/** Where the data sources live: in the Grafana that runs this plugin, or in the workspace's own. */
export type Place = 'local' | 'remote';

/** The configured choice. */
export type PlaceSetting = 'auto' | Place;

/** The place that applies, and why. */
export interface PlaceVerdict {
  place: Place;
  reason: string;
}

/**
 * Finds the place by comparing the workspace's endpoint with our own origin; the admin's choice overrules it.
 * @param workspaceEndpoint https origin of the workspace's Grafana; '' when unknown
 * @param ownOrigin origin of the page
 */
export function placeOf(setting: PlaceSetting, workspaceEndpoint: string, ownOrigin: string): PlaceVerdict {
  if (setting !== 'auto') {
    return {
      place: setting,
      reason: `Set in the configuration: ${setting === 'local' ? 'this Grafana is the workspace' : 'this Grafana is separate from the workspace'}.`,
    };
  }
  const same = host(workspaceEndpoint) !== '' && host(workspaceEndpoint) === host(ownOrigin);
  return same
    ? { place: 'local', reason: 'This Grafana belongs to the workspace.' }
    : { place: 'remote', reason: "You're managing the workspace from another Grafana instance." };
}

/** The place in a few words, shown on every page that touches data sources. */
export function placeTitle(place: Place): string {
  return place === 'local' ? 'Data sources of this Grafana' : "Data sources of the workspace's Grafana";
}

function host(origin: string): string {
  try {
    return new URL(origin).host;
  } catch {
    return '';
  }
}
