import { Text } from '@grafana/ui';
import React, { useMemo, useState } from 'react';
import { CodeTabs } from '../../components/CodeTabs';
import { Panel } from '../../components/Panel';
import { existingFormats, type ExistingFormat, exportExisting } from '../../domain/exports/exportExisting';
import { listAsCsv, listAsJson } from '../../domain/exports/exportList';
import { type EndpointRow } from '../../domain/list/row';
import { type Workspace } from '../../domain/workspace';
import { LeftOutNote } from './LeftOutNote';

const formats = [
  ...existingFormats,
  { key: 'csv', title: 'CSV', extension: 'csv' },
  { key: 'json', title: 'JSON', extension: 'json' },
] as const;
type Format = (typeof formats)[number]['key'];

const about: Record<Format, string> = {
  azurerm: 'Imports what exists into Terraform. A plan made from it changes nothing.',
  azapi: 'Imports what exists into Terraform. A plan made from it changes nothing.',
  bicep: 'Deploying this where the private endpoints exist changes nothing.',
  azCli: 'Creates the private endpoints again. Those that exist stay as they are.',
  powerShell: 'Creates the private endpoints again. Those that exist stay as they are.',
  csv: 'The list with all states and IDs, for a spreadsheet.',
  json: 'The list with all states and IDs, for a program.',
};

interface Props {
  rows: readonly EndpointRow[];
  workspace: Workspace;
  /** It is about one endpoint, not about the workspace. */
  isOne: boolean;
}

/** Endpoints as code of five kinds, CSV and JSON. */
export function EndpointsExport({ rows, workspace, isOne }: Props) {
  const [format, setFormat] = useState<Format>('azurerm');
  const { code, leftOut } = useMemo(() => write(format, rows, workspace), [format, rows, workspace]);
  const extension = formats.find(({ key }) => key === format)?.extension ?? '';
  const name = isOne ? (rows[0]?.endpoint.name ?? '') : `${workspace.name}-private-endpoints`;
  return (
    <Panel title={isOne ? 'Private endpoint' : `Private endpoints: ${rows.length.toLocaleString('en-US')}`}>
      <Text element="p" color="secondary">
        {about[format]}
      </Text>
      <CodeTabs
        formats={formats}
        active={format}
        onChange={setFormat}
        code={code}
        fileName={`${name}.${extension}`}
        of="private endpoints"
      />
      <LeftOutNote leftOut={leftOut} />
    </Panel>
  );
}

function write(format: Format, rows: readonly EndpointRow[], workspace: Workspace) {
  switch (format) {
    case 'csv':
      return { code: listAsCsv(rows), leftOut: [] };
    case 'json':
      return { code: listAsJson(rows, workspace), leftOut: [] };
    default: {
      const endpoints = rows.map(({ endpoint }) => endpoint);
      return exportExisting(format satisfies ExistingFormat, endpoints, workspace.id);
    }
  }
}
