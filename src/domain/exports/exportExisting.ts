import { problemText } from '../checked';
import { type Endpoint } from '../endpoint';
import { azCli } from './azCli';
import { bicep } from './bicep';
import { existingParts, type ExportEndpoints, type ExportParts } from './exportInput';
import { type LeftOut, leftOutNotes } from './leftOut';
import { powerShell } from './powerShell';
import { terraformImports } from './terraformImports';

/** Languages that existing endpoints can be written in, in the order they are offered. */
export const existingFormats = [
  { key: 'azurerm', title: 'Terraform', extension: 'tf' },
  { key: 'azapi', title: 'Terraform (azapi)', extension: 'tf' },
  { key: 'bicep', title: 'Bicep', extension: 'bicep' },
  { key: 'azCli', title: 'Azure CLI', extension: 'sh' },
  { key: 'powerShell', title: 'PowerShell', extension: 'ps1' },
] as const;

/** One of them. */
export type ExistingFormat = (typeof existingFormats)[number]['key'];

const writers: Record<ExistingFormat, (endpoints: ExportEndpoints) => string> = {
  azurerm: (endpoints) => terraformImports(endpoints, 'azurerm'),
  azapi: (endpoints) => terraformImports(endpoints, 'azapi'),
  bicep,
  azCli,
  powerShell,
};

/** Code of what exists, and what it leaves out. */
export interface ExistingCode {
  /** '' where nothing is left to write. */
  code: string;
  leftOut: LeftOut[];
}

/**
 * Writes a workspace's endpoints as code that changes nothing where it is run: Terraform imports them, the others would
 * write them again as they are. What is being deleted is left out, and what can't be read.
 */
export function exportExisting(
  format: ExistingFormat,
  endpoints: readonly Endpoint[],
  workspaceId: string
): ExistingCode {
  const written: ExportParts[] = [];
  const leftOut: LeftOut[] = [];
  for (const endpoint of endpoints) {
    const parts = existingParts(endpoint, workspaceId);
    if (isGoing(endpoint)) {
      leftOut.push({ name: endpoint.name, reason: 'It’s being deleted.' });
    } else if (parts.ok) {
      written.push(parts.value);
    } else {
      leftOut.push({ name: endpoint.name, reason: problemText(parts.problem) });
    }
  }
  const [first, ...others] = written;
  const notes = leftOutNotes(leftOut, format === 'bicep' ? '//' : '#');
  return { code: first ? notes + writers[format]([first, ...others]) : '', leftOut };
}

function isGoing(endpoint: Endpoint): boolean {
  return ['deleting', 'deleted'].includes(endpoint.provisioningState.toLowerCase());
}
