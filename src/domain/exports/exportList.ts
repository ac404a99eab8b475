import { type EndpointRow } from '../list/row';
import { type Workspace } from '../workspace';
import { csv } from './csv';

const columns: Record<string, (row: EndpointRow) => string> = {
  Name: ({ endpoint }) => endpoint.name,
  State: ({ statusLabel }) => statusLabel,
  'Connection state': ({ endpoint }) => endpoint.connectionState,
  'Provisioning state': ({ endpoint }) => endpoint.provisioningState,
  'Owner comment': ({ endpoint }) => endpoint.connectionDescription,
  'Resource type': ({ kind }) => kind.title,
  Target: ({ targetName }) => targetName,
  'Sub-resource': ({ endpoint }) => endpoint.subResources.join(', '),
  'Domain name': ({ endpoint }) => endpoint.domainName,
  'Private IP': ({ endpoint }) => endpoint.privateIp,
  'Request message': ({ endpoint }) => endpoint.requestMessage,
  Tags: ({ endpoint: { tags } }) => (Object.keys(tags).length > 0 ? JSON.stringify(tags) : ''),
  Location: ({ endpoint }) => endpoint.location,
  'Target region': ({ endpoint }) => endpoint.targetRegion,
  Created: ({ endpoint }) => endpoint.createdAt,
  'Created by': ({ endpoint }) => endpoint.createdBy,
  'Last modified': ({ endpoint }) => endpoint.lastModifiedAt,
  'Last modified by': ({ endpoint }) => endpoint.lastModifiedBy,
  'Target resource ID': ({ endpoint }) => endpoint.targetId,
  'Resource ID': ({ endpoint }) => endpoint.id,
};

/** The list as CSV, all endpoints and all that is known of each; times are RFC 3339. */
export function listAsCsv(rows: readonly EndpointRow[]): string {
  return csv([Object.keys(columns), ...rows.map((row) => Object.values(columns).map((read) => read(row)))]);
}

/** The list as JSON: the workspace, and its endpoints as the backend answers them, each with its state in words. */
export function listAsJson(rows: readonly EndpointRow[], workspace: Pick<Workspace, 'id' | 'name'>): string {
  const { id, name } = workspace;
  const endpoints = rows.map(({ endpoint: { name: own, ...rest }, statusLabel }) => ({
    name: own,
    state: statusLabel,
    ...rest,
  }));
  return `${JSON.stringify({ workspace: { id, name }, endpoints }, null, 2)}\n`;
}
