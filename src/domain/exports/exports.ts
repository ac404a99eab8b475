import { accept, type Checked } from '../checked';
import { azCli } from './azCli';
import { bicep } from './bicep';
import { type ExportInput, exportParts } from './exportInput';
import { powerShell } from './powerShell';
import { terraform } from './terraform';

/** Languages an endpoint can be written in. */
export type ExportFormat = 'azCli' | 'bicep' | 'terraform' | 'powerShell';

/** The formats in the order they are offered. */
export const exportFormats: ReadonlyArray<{ key: ExportFormat; title: string }> = [
  { key: 'azCli', title: 'Azure CLI' },
  { key: 'bicep', title: 'Bicep' },
  { key: 'terraform', title: 'Terraform' },
  { key: 'powerShell', title: 'PowerShell' },
];

/** Writes the request for an endpoint as code; refuses when an id can't be read. Every input value is quoted for its language. */
export function exportAs(format: ExportFormat, input: ExportInput): Checked<string> {
  const parts = exportParts(input);
  if (!parts.ok) {
    return parts;
  }
  const { value } = parts;
  return accept(format === 'terraform' ? terraform(value) : { azCli, bicep, powerShell }[format]([value]));
}
