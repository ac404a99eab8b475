import { type DataSource, isReadOnly } from '../address/dataSource';
import { type DataSourceTemplate, dataSourceTemplates } from './dataSourceTemplate';
import { type LeftOut, leftOutNotes } from './leftOut';
import { grafanaTerraform } from './grafanaTerraform';
import { yamlLines } from './yaml';

/** Languages that data sources can be written in, in the order they are offered. */
export const dataSourceFormats = [
  { key: 'terraform', title: 'Terraform', extension: 'tf' },
  { key: 'provisioning', title: 'Provisioning file', extension: 'yaml' },
] as const;

/** One of them. */
export type DataSourceFormat = (typeof dataSourceFormats)[number]['key'];

const writers: Record<DataSourceFormat, (templates: readonly DataSourceTemplate[]) => string> = {
  terraform: grafanaTerraform,
  provisioning: provisioningFile,
};

/** A data source to be written. */
export interface ExportedSource {
  name: string;
  /** Read whole; undefined where that failed. */
  dataSource: DataSource | undefined;
  /** Why it couldn't be read, as a sentence; '' where it could. */
  failure: string;
  /** True when it holds a number that a browser can't represent exactly. */
  hasUnsafeNumbers: boolean;
}

/** Writes data sources as code without their secrets, and says which are left out. */
export function exportDataSources(
  format: DataSourceFormat,
  sources: readonly ExportedSource[]
): { code: string; leftOut: LeftOut[] } {
  const leftOut = sources.flatMap((source) => {
    const reason = reasonAgainst(source);
    return reason ? [{ name: source.name, reason }] : [];
  });
  const written = sources.flatMap((source) => (source.dataSource && !reasonAgainst(source) ? [source.dataSource] : []));
  const code = written.length > 0 ? writers[format](dataSourceTemplates(written)) : '';
  return { code: code && leftOutNotes(leftOut, '#') + code, leftOut };
}

function reasonAgainst({ dataSource, failure, hasUnsafeNumbers }: ExportedSource): string {
  if (!dataSource) {
    return failure;
  }
  if (isReadOnly(dataSource)) {
    return 'It’s provisioned from a file already.';
  }
  return hasUnsafeNumbers ? 'It contains a number that a browser can’t represent exactly.' : '';
}

/** A provisioning file of Grafana, with an environment variable for each secret. */
function provisioningFile(templates: readonly DataSourceTemplate[]): string {
  const variables = templates.flatMap(({ placeholders }) => placeholders.map(({ name }) => name.toUpperCase()));
  return [
    ...(variables.length > 0
      ? [
          '# Set these environment variables for Grafana. Grafana removes a secret whose variable is not set:',
          ...variables.map((name) => `# ${name}`),
        ]
      : []),
    ...yamlLines({
      apiVersion: 1,
      datasources: templates.map(({ name, type, uid, settings, jsonData, secrets }) => ({
        ...{ name, type, uid },
        ...settings,
        ...(Object.keys(jsonData).length > 0 && { jsonData }),
        ...(Object.keys(secrets).length > 0 && { secureJsonData: secrets }),
      })),
    }),
    '',
  ].join('\n');
}
