import { type ExportParts } from './exportInput';
import { shellCommand } from './quoteShell';

/** The request as an Azure CLI script: create, wait for the owner, refresh. Needs the extension `amg`. */
export function azCli(parts: ExportParts): string {
  const { workspace, workspaceName } = parts;
  const scope = [
    ['--subscription', workspace.subscriptionId],
    ['--resource-group', workspace.resourceGroup],
    ['--workspace-name', workspaceName],
  ];
  const tags = Object.entries(parts.tags).map(([key, value]) => `${key}=${value}`);
  const create = shellCommand('az grafana managed-private-endpoint create', [
    ...scope,
    ['--name', parts.name],
    ['--location', parts.location],
    ['--private-link-resource-id', parts.targetId],
    ...optional('--private-link-resource-region', parts.targetRegion),
    ...(parts.subResources.length > 0 ? [['--group-ids', ...parts.subResources]] : []),
    ...optional('--private-link-service-url', parts.domainName),
    ...optional('--request-message', parts.requestMessage),
    ...(tags.length > 0 ? [['--tags', ...tags]] : []),
  ]);
  return [
    '# Needs the Azure CLI extension "amg". Older versions call the group "az grafana mpe".',
    create,
    '',
    '# The resource owner must approve the request now.',
    '# Then refresh to apply the approval to the managed network. This step is required.',
    shellCommand('az grafana managed-private-endpoint refresh', scope),
    '',
  ].join('\n');
}

function optional(name: string, value: string): string[][] {
  return value === '' ? [] : [[name, value]];
}
