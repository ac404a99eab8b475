/** A host name of which an admin said that it leads to a target: nobody can tell by the name alone. */
export interface ConfirmedHost {
  /** ARM id of the workspace whose data sources use it. */
  workspaceId: string;
  /** ARM id of the target: an endpoint that is created again keeps its names. */
  targetId: string;
  host: string;
}

/** The stored names as they can be worked with; undefined where there is no list of them. */
export function readConfirmedHosts(stored: unknown): ConfirmedHost[] | undefined {
  return Array.isArray(stored) ? stored.filter(isConfirmedHost) : undefined;
}

/** True for an entry that can be read. */
export function isConfirmedHost(value: unknown): value is ConfirmedHost {
  const { workspaceId, targetId, host } = (value ?? {}) as Partial<Record<keyof ConfirmedHost, unknown>>;
  return [workspaceId, targetId, host].every((text) => typeof text === 'string' && text !== '');
}
