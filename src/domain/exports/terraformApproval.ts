import constants from '../../../catalogue/constants.json';
import { findRequestCode } from '../create/requestCode';
import { type ExportParts } from './exportInput';
import { quoteHcl } from './quoteHcl';

/**
 * Terraform lines that approve the connection on the target. It is found by the request code in its description;
 * without a code by Azure's undocumented name. `one()` stops the run when more than one fits.
 */
export function terraformApproval(
  parts: ExportParts,
  { label, address }: { label: string; address: string },
  type: string,
  apiVersion: string
): string[] {
  const code = findRequestCode(parts.requestMessage);
  const connections = `${type}/privateEndpointConnections@${apiVersion}`;
  return [
    '# The connection on the target. Applying this needs permissions on the target; the resource owner can do it instead.',
    `data "azapi_resource_list" "${label}_connections" {`,
    `  type                   = ${quoteHcl(connections)}`,
    `  parent_id              = ${quoteHcl(parts.targetId)}`,
    '  response_export_values = ["value"]',
    `  depends_on             = [${address}]`,
    '}',
    '',
    'locals {',
    ...(code
      ? []
      : ['  # Without a request code in the message, the only match is a name pattern that Azure does not document.']),
    `  ${label}_connection = one([`,
    `    for connection in data.azapi_resource_list.${label}_connections.output.value : connection`,
    `    if ${code ? byCode(code) : byName(parts)}`,
    '  ])',
    '}',
    '',
    `resource "azapi_update_resource" "${label}_approval" {`,
    `  type                    = ${quoteHcl(connections)}`,
    `  resource_id             = local.${label}_connection.id`,
    '  ignore_casing           = true',
    '  ignore_missing_property = true',
    '  body = {',
    '    properties = {',
    '      privateLinkServiceConnectionState = {',
    '        status      = "Approved"',
    `        description = ${quoteHcl(`Approved by Terraform${code ? ` ${code}` : ''}`)}`,
    '      }',
    '    }',
    '  }',
    '}',
    '',
  ];
}

// The code stays in the description after the approval, so the next run finds the same connection.
function byCode(code: string): string {
  return `strcontains(lower(try(connection.properties.privateLinkServiceConnectionState.description, "")), ${quoteHcl(code.toLowerCase())})`;
}

function byName({ workspaceName, name }: ExportParts): string {
  const peer = constants.privateEndpointName
    .replace('{workspace}', () => workspaceName)
    .replace('{endpoint}', () => name);
  const suffix = `/privateendpoints/${peer}`.toLowerCase();
  return `endswith(lower(try(connection.properties.privateEndpoint.id, "")), ${quoteHcl(suffix)})`;
}
