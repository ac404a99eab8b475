import { cliList, cliTags, cliText } from './azCliValues';
import { type ExportParts } from './exportInput';
import { shellCommand } from './quoteShell';

/**
 * The request as an Azure CLI script: create, wait for the owner, refresh; it stops where something fails. Needs the extension
 * `amg`.
 */
export function azCli(parts: ExportParts): string {
  const { workspace, workspaceName } = parts;
  const scope = [
    ['--subscription', workspace.subscriptionId],
    ['--resource-group', workspace.resourceGroup],
    ['--workspace-name', workspaceName],
  ];
  const tags = cliTags(parts.tags);
  const create = shellCommand('az grafana managed-private-endpoint create', [
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
  return [
    '# Needs the Azure CLI extension "amg". Older versions call the group "az grafana mpe".',
    `${create} &&`,
    "echo 'The resource owner must approve the request now. Press Enter once it is approved.' &&",
    'read -r REPLY &&',
    '# Applies the approval to the managed network. This step is required.',
    shellCommand('az grafana managed-private-endpoint refresh', scope),
    '',
  ].join('\n');
}

function optional(name: string, value: string): string[][] {
  return value === '' ? [] : [[name, cliText(value)]];
}
