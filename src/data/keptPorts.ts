import * as z from 'zod/mini';
import { keptItems, useKeptItems } from './keptItems';
import { useWorkspaceId } from './workspace';

// Azure keeps no port with an endpoint.
const ports = keptItems<string>('port', z.string().check(z.regex(/^\d{1,5}$/)));

/** Keeps the port that was entered with an endpoint's private link service, for its data sources; '' keeps nothing. */
export function keepPort(workspaceId: string, endpoint: string, port: string): void {
  if (port !== '') {
    ports.put(workspaceId, endpoint.toLowerCase(), port);
  }
}

/** The port to use over an endpoint; '' where none was entered in this browser. */
export function useKeptPort(endpoint: string): string {
  const kept = useKeptItems(ports, useWorkspaceId());
  return kept.find(({ id }) => id === endpoint.toLowerCase())?.value ?? '';
}
