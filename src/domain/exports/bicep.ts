import constants from '../../../catalogue/constants.json';
import { type ExportParts } from './exportInput';
import { quoteShell } from './quoteShell';

/** The request as a Bicep file, to be deployed to the workspace's resource group. Bicep can't approve or refresh. */
export function bicep(parts: ExportParts): string {
  const { workspace, workspaceName } = parts;
  const properties: Array<[string, string]> = [
    ['privateLinkResourceId', parts.targetId],
    ['privateLinkResourceRegion', parts.targetRegion],
    ['privateLinkServiceUrl', parts.domainName],
    ['requestMessage', parts.requestMessage],
  ];
  return [
    `// Deploy with: az deployment group create --subscription ${quoteShell(workspace.subscriptionId)} --resource-group ${quoteShell(workspace.resourceGroup)} --template-file <this file>`,
    '// The resource owner must then approve the request, and the workspace must be refreshed. Bicep cannot do either:',
    `// az grafana managed-private-endpoint refresh --subscription ${quoteShell(workspace.subscriptionId)} --resource-group ${quoteShell(workspace.resourceGroup)} --workspace-name ${quoteShell(workspaceName)}`,
    `resource workspace 'Microsoft.Dashboard/grafana@${constants.dashboardApiVersion}' existing = {`,
    `  name: ${quoteBicep(workspaceName)}`,
    '}',
    '',
    `resource endpoint 'Microsoft.Dashboard/grafana/managedPrivateEndpoints@${constants.dashboardApiVersion}' = {`,
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
  ].join('\n');
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

const named: Record<string, string> = { "'": "\\'", '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Quotes a text as a Bicep string (Microsoft: data types in Bicep, string escapes). */
export function quoteBicep(text: string): string {
  const escaped = text
    .replace(/['\\\n\r\t]/g, (character) => named[character] ?? '')
    .replace(/\$(?=\{)/g, '\\$')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029]/g, (character) => {
      return `\\u{${character.charCodeAt(0).toString(16)}}`;
    });
  return `'${escaped}'`;
}

/** Writes an object key, quoted only where Bicep needs it. */
export function bicepKey(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? key : quoteBicep(key);
}
