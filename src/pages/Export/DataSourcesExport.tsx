import { Button, Text } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React, { useMemo, useState } from 'react';
import { CodeTabs } from '../../components/CodeTabs';
import { FailureAlert } from '../../components/FailureAlert';
import { Panel } from '../../components/Panel';
import { PlaceLine } from '../../components/PlaceLine';
import { CONFIG_PATH } from '../../constants';
import { useDataSources, useMatching } from '../../data/dataSources';
import { queries } from '../../data/queries';
import { type DataSourcePlace, usePlace } from '../../data/workspace';
import { type DataSource } from '../../domain/address/dataSource';
import { type DataSourceFormat, dataSourceFormats, exportDataSources } from '../../domain/exports/exportDataSources';
import { type EndpointRow } from '../../domain/list/row';
import { usesOf } from '../../domain/matching/matchAll';
import { LeftOutNote } from './LeftOutNote';

const about: Record<DataSourceFormat, string> = {
  terraform: 'Imports the data sources into Terraform. Secrets stay in Grafana.',
  provisioning:
    'Grafana manages the data sources from this file. Environment variables stand for secrets. Azure Managed Grafana has no such files: use Terraform there.',
};

/** Each is read on its own: more than these wait until someone wants them. */
const AT_ONCE = 50;

interface Props {
  rows: readonly EndpointRow[];
  /** Without its extension. */
  fileName: string;
}

/** The data sources that use some endpoints, as code. */
export function DataSourcesExport({ rows, fileName }: Props) {
  const place = usePlace();
  const list = useDataSources();
  const endpoints = useMemo(() => rows.map(({ endpoint }) => endpoint), [rows]);
  const matching = useMatching(endpoints, list.data);
  const used = useMemo(() => {
    const uses = matching && endpoints.flatMap((endpoint) => usesOf(matching, endpoint));
    // What a name may lead to isn't known to use it.
    const known = uses?.filter(({ match }) => match.by !== 'alias').map(({ dataSource }) => dataSource);
    return known && [...new Map(known.map((dataSource) => [dataSource.uid, dataSource])).values()];
  }, [matching, endpoints]);
  return (
    <Panel title={used ? `Data sources: ${used.length.toLocaleString('en-US')}` : 'Data sources'}>
      {place && <PlaceLine place={place} />}
      {list.error && (
        <FailureAlert
          title="Couldn’t load data sources"
          failure={list.error.failure}
          onRetry={() => void list.refetch()}
          settingsHref={CONFIG_PATH}
        />
      )}
      {!used && !list.error && <Text color="secondary">Loading data sources…</Text>}
      {used?.length === 0 && (
        <Text color="secondary">
          {endpoints.length === 1 ? 'No data sources use this endpoint.' : 'No data sources use these endpoints.'}
        </Text>
      )}
      {used && used.length > 0 && place && <Code used={used} place={place.place} fileName={fileName} />}
    </Panel>
  );
}

interface CodeProps {
  used: readonly DataSource[];
  place: DataSourcePlace['place'];
  fileName: string;
}

function Code({ used, place, fileName }: CodeProps) {
  const [format, setFormat] = useState<DataSourceFormat>('terraform');
  const [wanted, setWanted] = useState(used.length <= AT_ONCE);
  const { data } = useQuery({ ...queries.wholeDataSources(place, used), enabled: wanted });
  const written = useMemo(
    () =>
      data &&
      exportDataSources(
        format,
        data.map(({ name, read, failure }) => ({
          name,
          dataSource: read?.dataSource,
          failure: failure?.message ?? '',
          hasUnsafeNumbers: (read?.unsafeNumbers ?? []).length > 0,
        }))
      ),
    [data, format]
  );
  const extension = dataSourceFormats.find(({ key }) => key === format)?.extension ?? '';
  if (!wanted) {
    return (
      <div>
        <Button variant="secondary" onClick={() => setWanted(true)}>
          Load {used.length.toLocaleString('en-US')} data sources
        </Button>
      </div>
    );
  }
  if (!written) {
    return <Text color="secondary">Loading {used.length.toLocaleString('en-US')} data sources…</Text>;
  }
  return (
    <>
      <Text element="p" color="secondary">
        {about[format]}
      </Text>
      <CodeTabs
        formats={dataSourceFormats}
        active={format}
        onChange={setFormat}
        code={written.code}
        fileName={`${fileName}-data-sources.${extension}`}
        of="data sources"
      />
      <LeftOutNote leftOut={written.leftOut} />
    </>
  );
}
