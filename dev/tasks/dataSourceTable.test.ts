import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checked, source, types } from '../../catalogue/dataSourceTypes.json';
import { type AddressKind, type DataSourceType } from '../../src/domain/catalogue/dataSourceTypes';
import { root } from './paths';

const entries = Object.entries(types as Record<string, DataSourceType | { aliasOf: string }>);

const tlsTexts: Record<AddressKind['tls'], string> = {
  scheme: 'scheme',
  options: '`tls` in the connection string, `tlsAuth`, `tlsAuthWithCACert`',
  sslmode: '`sslmode`',
  certificates: '`tlsAuth`, `tlsAuthWithCACert`, `tlsSkipVerify`',
  tlsAuth: '`tlsAuth`',
  encrypt: '`encrypt`',
  secure: '`secure`',
  tlsDisabled: 'unless `tlsDisabled`',
  always: 'always',
  unknown: 'not known',
};

const shapeTexts: Record<AddressKind['shape'], string> = {
  url: 'URL',
  origin: 'host, with or without a scheme',
  hostPort: 'host and port',
  mssql: 'host, instance, port and options',
  host: 'host',
  connectionString: 'connection string with one host',
  redis: 'host and port, or a URL',
  broker: 'URL of a broker',
};

function ports({ shape, port, tlsPort, portBeside }: AddressKind): string {
  if (portBeside) {
    return `${portBeside.plain}, with TLS ${portBeside.tls}`;
  }
  if (port === undefined) {
    return shape === 'url' ? 'of the scheme' : '';
  }
  return tlsPort ? `${port}, with TLS ${tlsPort}` : String(port);
}

function places({ field, legacyField, only = {}, suffix, alsoIn }: AddressKind): string {
  const conditions = Object.entries(only).map(([key, value]) =>
    value ? `\`${key}\` is \`${value}\`` : `\`${key}\` is empty or off`
  );
  return [
    `\`${field}\`${legacyField ? ` or \`${legacyField}\`` : ''}`,
    conditions.length > 0 && `if ${conditions.join(' and ')}`,
    suffix && `without \`${suffix}\``,
    alsoIn && `and \`${alsoIn}\``,
  ]
    .filter(Boolean)
    .join(', ');
}

function row(type: string, entry: DataSourceType): string {
  const cells =
    entry.field === undefined
      ? ['none', '', '', '', 'no address']
      : [
          places(entry),
          shapeTexts[entry.shape],
          ports(entry),
          tlsTexts[entry.tls],
          entry.pasteOnly ? 'value to paste' : 'written',
        ];
  return `| ${[entry.title, `\`${type}\``, ...cells, (entry.source ?? source).replace('{type}', type), checked].join(' | ')} |`;
}

function table(): string {
  const rows = entries.flatMap(([type, entry]) => ('aliasOf' in entry ? [] : [row(type, entry)]));
  const older = entries.flatMap(([type, entry]) =>
    'aliasOf' in entry ? [`\`${type}\` is an older ID of \`${entry.aliasOf}\`.`] : []
  );
  return `# Data source types

The ${rows.length} data source types that this plugin knows. It matches the host of their address with private endpoints, and updates
it. Everything else in the data source stays as it is. An address that can't be parsed for sure, such as a list of hosts,
isn't changed. The network path of other types is unknown.

A test fails when this page differs from \`catalogue/dataSourceTypes.json\`. To update the page, run
\`WRITE_DATA_SOURCES=1 npx jest dev/tasks/dataSourceTable\`.

| Type | Plugin ID | Address | Format | Default port | TLS | Update | Source | Checked |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.sort((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })).join('\n')}

${older.join('\n')}
`;
}

it('docs/data-sources.md matches the catalogue', () => {
  const file = path.join(root, 'docs/data-sources.md');
  if (process.env.WRITE_DATA_SOURCES) {
    writeFileSync(file, table());
  }
  expect(readFileSync(file, 'utf8')).toBe(table());
});

it.each(['README.md', 'CHANGELOG.md'])('%s tells how many there are', (name) => {
  const known = entries.filter(([, entry]) => !('aliasOf' in entry)).length;
  expect(readFileSync(path.join(root, name), 'utf8')).toMatch(new RegExp(`\\b${known} types\\b`));
});
