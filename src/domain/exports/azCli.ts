import { cliList, cliTags, cliText } from './azCliValues';
import { type ExportEndpoints, type ExportParts, ownersMustApprove } from './exportInput';
import { shellCommand } from './quoteShell';

/**
 * Endpoints of one workspace as an Azure CLI script: create, wait for the owners, refresh; it stops where something fails.
 * Needs the extension `amg`.
 */
export function azCli(endpoints: ExportEndpoints): string {
  const [{ workspace, workspaceName }] = endpoints;
  const scope = [
    ['--subscription', workspace.subscriptionId],
    ['--resource-group', workspace.resourceGroup],
    ['--workspace-name', workspaceName],
  ];
  return [
    '# Needs the Azure CLI extension "amg". Older versions call the group "az grafana mpe".',
    ...endpoints.map((parts) => `${create(parts, scope)} &&`),
    `echo '${ownersMustApprove(endpoints)}' &&`,
    'read -r REPLY &&',
    '# Applies the approval to the managed network. This step is required.',
    shellCommand('az grafana managed-private-endpoint refresh', scope),
    '',
  ].join('\n');
}

function create(parts: ExportParts, scope: readonly string[][]): string {
  const tags = cliTags(parts.tags);
  return shellCommand('az grafana managed-private-endpoint create', [
    ...scope,
    ['--name', parts.name],
    ['--location', parts.location],
    ['--private-link-resource-id', parts.targetId],
    ...optional('--private-link-resource-region', parts.targetRegion),
    ...(parts.subResources.length > 0 ? [['--group-ids', cliList(parts.subResources)]] : []),
    ...optional('--private-link-service-url', parts.domainName),
    ...optional('--request-message', parts.requestMessage),
    ...(tags.length > 0 ? [['--tags', ...tags]] : []),
  ]);
}

function optional(name: string, value: string): string[][] {
  return value === '' ? [] : [[name, cliText(value)]];
}
