import { type ExportEndpoints, ownersMustApprove } from './exportInput';

/** Endpoints of one workspace as PowerShell with Az.Dashboard: create, wait for the owners, refresh; it stops where something fails. */
export function powerShell(endpoints: ExportEndpoints): string {
  const [{ workspace, workspaceName }] = endpoints;
  const scope: Array<[string, string]> = [
    ['SubscriptionId', quotePowerShell(workspace.subscriptionId)],
    ['ResourceGroupName', quotePowerShell(workspace.resourceGroup)],
    ['WorkspaceName', quotePowerShell(workspaceName)],
  ];
  return [
    '# Needs the module Az.Dashboard.',
    "$ErrorActionPreference = 'Stop'",
    ...endpoints.flatMap((parts) => [
      cmdlet('New-AzGrafanaManagedPrivateEndpoint', [
        ...scope,
        ['Name', quotePowerShell(parts.name)],
        ['Location', quotePowerShell(parts.location)],
        ['PrivateLinkResourceId', quotePowerShell(parts.targetId)],
        ['PrivateLinkResourceRegion', optional(parts.targetRegion)],
        ['GroupId', parts.subResources.map(quotePowerShell).join(', ')],
        ['PrivateLinkServiceUrl', optional(parts.domainName)],
        ['RequestMessage', optional(parts.requestMessage)],
        ['Tag', tagTable(parts.tags)],
      ]),
      '',
    ]),
    // Read-Host ends its prompt with a colon.
    `Read-Host '${ownersMustApprove(endpoints).replace(/\.$/, '')}'`,
    '# Without a name, this refreshes the workspace: it applies the approval to the managed network. This step is required.',
    cmdlet('Update-AzGrafanaManagedPrivateEndpoint', scope),
    '',
  ].join('\n');
}

function cmdlet(name: string, options: ReadonlyArray<readonly [string, string]>): string {
  return [name, ...options.filter(([, value]) => value).map(([key, value]) => `-${key} ${value}`)].join(' `\n  ');
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
