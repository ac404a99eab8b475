import { oneLine } from '../outsideText';
import { type DataSourceTemplate } from './dataSourceTemplate';
import { hcl, hclAttributes, hclBlock } from './hcl';
import { quoteHcl, terraformName } from './quoteHcl';
import { Placeholder, type Template, type TemplateObject } from './template';
import { withUniqueNames } from './uniqueNames';

// The provider keeps headers apart (terraform-provider-grafana, resource_data_source.go), and refuses these names in the JSON.
const headerName = /^httpHeaderName(.*)/;
const refused = 'teamHttpHeaders';

/**
 * Data sources as Terraform that takes them into its state and changes nothing. It leaves stored secrets to Grafana; only
 * values of headers have to be given, because the provider would remove a header that it doesn't have.
 */
export function grafanaTerraform(templates: readonly DataSourceTemplate[]): string {
  const labelled = withUniqueNames(templates, ({ name, uid }) =>
    terraformName(/[a-z0-9]/i.test(name) ? name : uid, 'data_source')
  );
  const variables = templates.flatMap(({ settings, jsonData, secrets }) => [
    ...placeholdersIn([settings, jsonData]),
    ...placeholdersIn(Object.values(headersOf(jsonData, secrets))),
  ]);
  return [
    '# Needs Terraform 1.5 or newer, or OpenTofu, with grafana/grafana.',
    '# The plan imports what exists. Stored secrets stay in Grafana.',
    ...(variables.length > 0
      ? ['# The variables have to be set to what is stored now: their values are not shown here, and would be changed.']
      : []),
    '',
    ...variables.flatMap(({ name }) => [
      ...hclBlock(`variable "${name}"`, [
        ['type', 'string'],
        ['sensitive', 'true'],
      ]),
      '',
    ]),
    ...labelled.flatMap(([label, template]) => resourceLines(template, label)),
  ].join('\n');
}

function resourceLines({ name, type, uid, settings, jsonData, secrets }: DataSourceTemplate, label: string): string[] {
  const headers = headersOf(jsonData, secrets);
  const kept = Object.keys(secrets).filter((key) => !key.startsWith('httpHeaderValue'));
  const json = Object.fromEntries(Object.entries(jsonData).filter(([key]) => !headerName.test(key) && key !== refused));
  const { access = '', url = '', user = '', database = '' } = settings;
  return [
    ...hclBlock('import', [
      ['to', `grafana_data_source.${label}`],
      ['id', quoteHcl(uid)],
    ]),
    '',
    ...(kept.length > 0 ? [`# Secrets in Grafana: ${kept.map(oneLine).join(', ')}`] : []),
    ...(settings['withCredentials'] === true
      ? ['# The provider turns "With credentials" off at the first change.']
      : []),
    ...hclBlock(`resource "grafana_data_source" "${label}"`, [
      ...hclAttributes({
        ...{ name, type, uid },
        access_mode: access === 'proxy' ? '' : access,
        url,
        database_name: database,
        username: user,
        ...(settings['basicAuth'] === true && { basic_auth_enabled: true }),
        basic_auth_username: settings['basicAuthUser'] ?? '',
        ...(settings['isDefault'] === true && { is_default: true }),
        http_headers: headers,
      }),
      ...(Object.keys(json).length > 0 ? [['json_data_encoded', `jsonencode(${hcl(json)})`] as const] : []),
    ]),
    '',
  ];
}

/** Headers by their names, with a placeholder for the value of each. */
function headersOf(jsonData: TemplateObject, secrets: TemplateObject): TemplateObject {
  return Object.fromEntries(
    Object.entries(jsonData).flatMap(([key, name]) => {
      const number = headerName.exec(key)?.[1];
      const value = secrets[`httpHeaderValue${number}`];
      return typeof name === 'string' && value !== undefined ? [[name, value]] : [];
    })
  );
}

function placeholdersIn(value: Template | readonly Template[]): Placeholder[] {
  if (value instanceof Placeholder) {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(placeholdersIn) : [];
}
