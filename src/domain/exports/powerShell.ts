import constants from '../../../catalogue/constants.json';
import { type ExportParts } from './exportInput';

/** The request as PowerShell: create with Az.Dashboard, then refresh through the API, which Az.Dashboard lacks. */
export function powerShell(parts: ExportParts): string {
  const { workspace, workspaceName } = parts;
  const options: Array<[string, string]> = [
    ['SubscriptionId', quotePowerShell(workspace.subscriptionId)],
    ['ResourceGroupName', quotePowerShell(workspace.resourceGroup)],
    ['WorkspaceName', quotePowerShell(workspaceName)],
    ['Name', quotePowerShell(parts.name)],
    ['Location', quotePowerShell(parts.location)],
    ['PrivateLinkResourceId', quotePowerShell(parts.targetId)],
    ['PrivateLinkResourceRegion', optional(parts.targetRegion)],
    ['GroupId', parts.subResources.map(quotePowerShell).join(', ')],
    ['PrivateLinkServiceUrl', optional(parts.domainName)],
    ['RequestMessage', optional(parts.requestMessage)],
    ['Tag', tagTable(parts.tags)],
  ];
  return [
    '# Needs the module Az.Dashboard.',
    ['New-AzGrafanaManagedPrivateEndpoint', ...options.filter(([, value]) => value).map(option)].join(' `\n  '),
    '',
    '# The resource owner must approve the request now.',
    '# Then refresh to apply the approval to the managed network. This step is required.',
    `Invoke-AzRestMethod -Method POST -Path ${quotePowerShell(
      `${parts.workspaceId}/refreshManagedPrivateEndpoints?api-version=${constants.dashboardApiVersion}`
    )}`,
    '',
  ].join('\n');
}

function option([name, value]: [string, string]): string {
  return `-${name} ${value}`;
}

function optional(value: string): string {
  return value === '' ? '' : quotePowerShell(value);
}

function tagTable(tags: Readonly<Record<string, string>>): string {
  const entries = Object.entries(tags).map(([key, value]) => `${quotePowerShell(key)} = ${quotePowerShell(value)}`);
  return entries.length > 0 ? `@{ ${entries.join('; ')} }` : '';
}

// PowerShell takes these typographic quotes for a single quote as well (about_Quoting_Rules).
const singleQuotes = /['\u2018\u2019\u201a\u201b]/g;

/** Quotes a text as a PowerShell string without expansion. */
export function quotePowerShell(text: string): string {
  return `'${text.replaceAll('\0', '').replace(singleQuotes, '$&$&')}'`;
}
