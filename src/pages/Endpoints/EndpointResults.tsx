import { css } from '@emotion/css';
import { Text, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { CopyValue } from '../../components/CopyValue';
import { EndpointState } from '../../components/EndpointState';
import { TextLink } from '../../components/links';
import { ListResults } from '../../components/ListResults';
import { type ListColumn, RowName } from '../../components/ListTable';
import { TargetName } from '../../components/TargetName';
import { useNow } from '../../components/useTime';
import { useAllUses } from '../../data/dataSources';
import { usePlace, useWorkspace } from '../../data/workspace';
import { ageText } from '../../domain/age';
import { kindOfTarget } from '../../domain/catalogue/catalogue';
import { type Endpoint } from '../../domain/endpoint';
import { type EndpointColumn, endpointList, type EndpointRow } from '../../domain/list/row';
import { type Use } from '../../domain/matching/matchAll';
import { placeTitle } from '../../domain/place';
import { isEndpointReady } from '../../domain/state/status';
import { workingFor } from '../../domain/state/workingFor';
import { endpointPath, fillInPath } from '../../paths';

const sortOptions: Array<{ value: EndpointColumn; label: string }> = [
  { value: 'need', label: 'Needs attention' },
  { value: 'name', label: 'Name' },
  { value: 'target', label: 'Target' },
  { value: 'state', label: 'State' },
  { value: 'domainName', label: 'Domain name' },
  { value: 'privateIp', label: 'Private IP' },
  { value: 'age', label: 'Age' },
  { value: 'subResource', label: 'Sub-resource' },
];

interface Props {
  rows: EndpointRow[];
  endpoints: readonly Endpoint[];
}

/** The endpoints, with the data sources that use each. */
export function EndpointResults({ rows, endpoints }: Props) {
  const { data: workspace } = useWorkspace();
  const place = usePlace();
  const usesOf = useAllUses(endpoints);
  const now = useNow();
  const usersAre = place ? placeTitle(place.place) : '';
  const columns = useMemo(
    (): Array<ListColumn<EndpointRow, EndpointColumn>> => [
      {
        title: 'Name',
        sort: 'name',
        cell: ({ endpoint: { name } }) => <RowName to={endpointPath(name)}>{name}</RowName>,
      },
      {
        title: 'Target',
        sort: 'target',
        cell: ({ endpoint: { targetId, subResources }, targetName, kind }) => (
          <TargetName
            targetId={targetId}
            name={targetName}
            kind={kind}
            subResources={subResources}
            workspace={workspace}
          />
        ),
      },
      {
        title: 'State',
        sort: 'state',
        cell: ({ endpoint, status, need }) => (
          <EndpointState endpoint={endpoint} status={status} need={need} progress={workingFor(status, endpoint, now)} />
        ),
      },
      {
        title: 'Domain name',
        sort: 'domainName',
        cell: ({ endpoint: { domainName } }) => domainName && <CopyValue value={domainName} what="domain name" />,
      },
      {
        title: 'Private IP',
        sort: 'privateIp',
        cell: ({ endpoint: { privateIp } }) => privateIp && <CopyValue value={privateIp} what="private IP" />,
      },
      {
        title: 'Age',
        sort: 'age',
        cell: ({ endpoint: { createdAt } }) => createdAt && <Age createdAt={createdAt} now={now} />,
      },
      {
        title: 'Used by',
        cell: ({ endpoint }) => usesOf && <UsesCell endpoint={endpoint} uses={usesOf(endpoint)} />,
      },
    ],
    [workspace, usesOf, now]
  );
  return (
    <ListResults
      list={endpointList}
      rows={rows}
      columns={columns}
      keyOf={({ endpoint }) => endpoint.id || endpoint.name}
      things="private endpoints"
      searched="Search name, target, domain name, IP, message or tag"
      stateName="state"
      kindName="resource type"
      allKinds="All resource types"
      sortOptions={sortOptions}
      note={
        usersAre && (
          <Text color="secondary" variant="bodySmall">
            {`Used by: ${usersAre.charAt(0).toLowerCase()}${usersAre.slice(1)}`}
          </Text>
        )
      }
    />
  );
}

function Age({ createdAt, now }: { createdAt: string; now: number }) {
  const styles = useStyles2(getStyles);
  return (
    <time className={styles.nowrap} dateTime={createdAt} title={new Date(createdAt).toLocaleString()}>
      {ageText(createdAt, now)}
    </time>
  );
}

const getStyles = () => ({ nowrap: css({ whiteSpace: 'nowrap' }) });

const SHOWN = 2;

/** The data sources that use an endpoint, the first by name; where none does, the way to have one use it. */
function UsesCell({ endpoint, uses }: { endpoint: Endpoint; uses: Use[] }) {
  const { name } = endpoint;
  if (uses.length === 0) {
    return isEndpointReady(endpoint) && kindOfTarget(endpoint.targetId)?.address !== 'none' ? (
      <TextLink href={fillInPath(name)} inline variant="bodySmall" aria-label={`Update data sources for ${name}`}>
        Update data sources
      </TextLink>
    ) : (
      <Text color="secondary">None</Text>
    );
  }
  const more = uses.length - SHOWN;
  return (
    <>
      {uses.slice(0, SHOWN).map(({ dataSource, match }) => (
        <Text key={dataSource.uid} element="p" variant="bodySmall">
          {dataSource.name}
          {match.by === 'alias' && ' (may use it)'}
        </Text>
      ))}
      {more > 0 && (
        <TextLink href={endpointPath(name)} inline variant="bodySmall">
          {`and ${more.toLocaleString('en-US')} more`}
        </TextLink>
      )}
    </>
  );
}
