import { kindOfTarget } from '../catalogue/catalogue';
import { quoteShell, shellCommand } from '../exports/quoteShell';
import { buildResourceId, parseResourceId, type ResourceId, resourceName } from '../resourceId';

/** Azure CLI commands for the owner of a target. */
export interface OwnerCommands {
  /** Lists the connections, to find the one with the request code. '' when the target's id can't be read. */
  list: string;
  /** '' when the exact connection isn't known: nobody should approve the wrong one. */
  approve: string;
  reject: string;
}

/**
 * Commands that list a target's connections and approve or reject one.
 * @param connectionId ARM id of the connection where its match is certain, else ''
 */
export function ownerCommands(targetId: string, connectionId: string, code: string): OwnerCommands {
  const kind = kindOfTarget(targetId);
  const target = parseResourceId(targetId);
  if (!kind || !target.ok) {
    return { list: '', approve: '', reject: '' };
  }
  const { cli, apiVersion } = kind;
  // Rebuilt from their parts, ids are paths: "az rest" would follow a URL to any host.
  const id = buildResourceId(target.value);
  const connection = parseResourceId(connectionId);
  const decide = { network, privateLinkService, rest: rest(apiVersion) }[cli];
  const command = (decision: Decision) =>
    connection.ok ? decide(connection.value, decision, `${decision} ${code}`.trim()) : '';
  return {
    list:
      cli === 'rest'
        ? `az rest --method get --url ${quoteShell(`${id}/privateEndpointConnections?api-version=${apiVersion}`)} ${table('value[]')}`
        : `az network private-endpoint-connection list --id ${quoteShell(id)} ${table('[]')}`,
    approve: command('Approved'),
    reject: command('Rejected'),
  };
}

// Without a query, the table has neither state nor description.
const table = (items: string): string => {
  const state = 'properties.privateLinkServiceConnectionState';
  return `--query ${quoteShell(`${items}.{name:name, status:${state}.status, description:${state}.description}`)} --output table`;
};

type Decision = 'Approved' | 'Rejected';

function network(id: ResourceId, decision: Decision, description: string): string {
  const verb = decision === 'Approved' ? 'approve' : 'reject';
  return shellCommand(`az network private-endpoint-connection ${verb}`, [
    ['--id', buildResourceId(id)],
    ['--description', description],
  ]);
}

function privateLinkService(id: ResourceId, decision: Decision, description: string): string {
  const { subscriptionId, resourceGroup, names } = id;
  return shellCommand('az network private-link-service connection update', [
    ['--subscription', subscriptionId],
    ['--resource-group', resourceGroup],
    ['--service-name', ...names.slice(0, 1)],
    ['--name', resourceName(id)],
    ['--connection-status', decision],
    ['--description', description],
  ]);
}

function rest(apiVersion: string) {
  return (id: ResourceId, status: Decision, description: string): string => {
    const body = { properties: { privateLinkServiceConnectionState: { status, description } } };
    return shellCommand('az rest', [
      ['--method', 'put'],
      ['--url', `${buildResourceId(id)}?api-version=${apiVersion}`],
      ['--body', JSON.stringify(body)],
    ]);
  };
}
