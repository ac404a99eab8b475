import { type DataSource } from '../address/dataSource';
import { writeField } from '../address/field';
import { redactAddress } from '../address/redact';
import { type AddressShape } from '../catalogue/dataSourceTypes';
import { yamlLines } from '../exports/yaml';

/**
 * The lines to paste into the provisioning file of a data source: what it is and its new address, without the secrets in
 * it. The rest of its entry stays in the file.
 */
export function provisioningYaml(dataSource: DataSource, field: string, address: string, shape?: AddressShape): string {
  const { name, type, uid } = dataSource;
  const value = redactAddress(address, shape);
  return [
    ...(value === address ? [] : ['# A secret is hidden here. Keep that part as it is in the file.']),
    ...yamlLines({ apiVersion: 1, datasources: [writeField({ name, type, uid }, field, value)] }),
    '',
  ].join('\n');
}
