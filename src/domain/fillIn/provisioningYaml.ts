import { type DataSource } from '../address/dataSource';
import { redactAddress } from '../address/redact';
import { type AddressShape } from '../catalogue/dataSourceTypes';

/**
 * The lines to paste into the provisioning file of a data source: what it is and its new address, without the secrets in
 * it. The rest of its entry stays in the file.
 */
export function provisioningYaml(dataSource: DataSource, field: string, address: string, shape?: AddressShape): string {
  const [top = '', key] = field.split('.');
  const value = redactAddress(address, shape);
  return [
    ...(value === address ? [] : ['# A secret is hidden here. Keep that part as it is in the file.']),
    'apiVersion: 1',
    'datasources:',
    `  - name: ${quoteYaml(dataSource.name)}`,
    `    type: ${quoteYaml(dataSource.type)}`,
    `    uid: ${quoteYaml(dataSource.uid)}`,
    ...(key === undefined ? [`    ${top}: ${quoteYaml(value)}`] : [`    ${top}:`, `      ${key}: ${quoteYaml(value)}`]),
    '',
  ].join('\n');
}

// A JSON string is a YAML string; Grafana expands $NAME in provisioning files, and $$ is a plain $.
function quoteYaml(text: string): string {
  return JSON.stringify(text)
    .replace(
      /[\u007f-\u009f\u2028\u2029\ufeff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
    )
    .replaceAll('$', '$$$$');
}
