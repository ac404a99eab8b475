import constants from '../../../catalogue/constants.json';
import { type ExportEndpoints, type ExportParts } from './exportInput';
import { quoteShell } from './quoteShell';
import { withUniqueNames } from './uniqueNames';

/** Endpoints of one workspace as a Bicep file, to be deployed to its resource group. Bicep can't approve or refresh. */
export function bicep(endpoints: ExportEndpoints): string {
  const [{ workspace, workspaceName }] = endpoints;
  const named = withUniqueNames(endpoints, ({ name }) => (endpoints.length === 1 ? 'endpoint' : symbolOf(name)));
  return [
    `// Deploy with: az deployment group create --subscription ${quoteShell(workspace.subscriptionId)} --resource-group ${quoteShell(workspace.resourceGroup)} --template-file <this file>`,
    '// The resource owner must then approve the request, and the workspace must be refreshed. Bicep cannot do either:',
    `// az grafana managed-private-endpoint refresh --subscription ${quoteShell(workspace.subscriptionId)} --resource-group ${quoteShell(workspace.resourceGroup)} --workspace-name ${quoteShell(workspaceName)}`,
    `resource workspace 'Microsoft.Dashboard/grafana@${constants.dashboardApiVersion}' existing = {`,
    `  name: ${quoteBicep(workspaceName)}`,
    '}',
    '',
    ...named.flatMap(([symbol, parts]) => endpointLines(parts, symbol)),
  ].join('\n');
}

/** A symbolic name for an endpoint that is no word of Bicep's own: loki-aks is endpointLokiAks. */
function symbolOf(name: string): string {
  const words = name.split(/[^A-Za-z0-9]/);
  return `endpoint${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
}

function endpointLines(parts: ExportParts, symbol: string): string[] {
  const properties: Array<[string, string]> = [
    ['privateLinkResourceId', parts.targetId],
    ['privateLinkResourceRegion', parts.targetRegion],
    ['privateLinkServiceUrl', parts.domainName],
    ['requestMessage', parts.requestMessage],
  ];
  return [
    `resource ${symbol} 'Microsoft.Dashboard/grafana/managedPrivateEndpoints@${constants.dashboardApiVersion}' = {`,
    '  parent: workspace',
    `  name: ${quoteBicep(parts.name)}`,
    `  location: ${quoteBicep(parts.location)}`,
    ...tagLines(parts.tags),
    '  properties: {',
    ...groupLines(parts.subResources),
    ...properties.filter(([, value]) => value !== '').map(([key, value]) => `    ${key}: ${quoteBicep(value)}`),
    '  }',
    '}',
    '',
  ];
}

function tagLines(tags: Readonly<Record<string, string>>): string[] {
  const entries = Object.entries(tags);
  return entries.length > 0
    ? ['  tags: {', ...entries.map(([key, value]) => `    ${bicepKey(key)}: ${quoteBicep(value)}`), '  }']
    : [];
}

function groupLines(subResources: readonly string[]): string[] {
  return subResources.length > 0
    ? ['    groupIds: [', ...subResources.map((id) => `      ${quoteBicep(id)}`), '    ]']
    : [];
}

/** Quotes a text as a Bicep string (Microsoft: data types in Bicep, string escapes). */
export function quoteBicep(text: string): string {
  const escaped = text
    .replace(/['\\]|\$(?=\{)/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]/g, (character) => {
      return `\\u{${character.charCodeAt(0).toString(16)}}`;
    });
  return `'${escaped}'`;
}

/** Writes an object key, quoted only where Bicep needs it. */
export function bicepKey(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? key : quoteBicep(key);
}
