import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Badge, type BadgeColor, type IconName, Stack, Text, useStyles2, useTheme2 } from '@grafana/ui';
import React, { type ReactNode, useMemo } from 'react';
import { breakable } from '../../components/breakable';
import { LinkButton, TextLink } from '../../components/links';
import { ListResults } from '../../components/ListResults';
import { type ListColumn, RowName } from '../../components/ListTable';
import { PathMarks } from '../../components/PathPicture';
import { useKnownPlace } from '../../data/workspace';
import { type DataSource, isReadOnly } from '../../domain/address/dataSource';
import { type Advice } from '../../domain/advice/advice';
import { type NetworkPath, networkPathTitles } from '../../domain/advice/networkPath';
import { pathPicture } from '../../domain/check/pathPicture';
import { type Endpoint } from '../../domain/endpoint';
import { type SourceColumn, sourceList, type SourceRow } from '../../domain/list/sourceRow';
import { checkPath, endpointPath } from '../../paths';
import { AdviceFixButton, AdviceText } from './AdviceParts';
import { NetworkPathFilter } from './NetworkPathFilter';
import { PublicMarkButton } from './PublicMarkButton';

interface Props {
  rows: SourceRow[];
  adviceOf: (dataSource: DataSource) => Advice[];
  /** Stands between the counts and the list. */
  children: ReactNode;
}

const sortOptions: Array<{ value: SourceColumn; label: string }> = [
  { value: 'path', label: 'Network path' },
  { value: 'name', label: 'Name' },
  { value: 'type', label: 'Type' },
  { value: 'address', label: 'Address' },
];

/** The data sources, each with its network path and what to do about it. */
export function DataSourceResults({ rows, adviceOf, children }: Props) {
  const { settingsHref } = useKnownPlace();
  const theme = useTheme2();
  const columns = useMemo(
    (): Array<ListColumn<SourceRow, SourceColumn>> => [
      {
        title: 'Name',
        sort: 'name',
        width: '20%',
        cell: ({ dataSource }) => (
          <>
            <RowName to={settingsHref(dataSource.uid)}>{dataSource.name}</RowName>
            {isReadOnly(dataSource) && (
              <Text element="p" color="secondary" variant="bodySmall">
                Provisioned
              </Text>
            )}
          </>
        ),
      },
      { title: 'Type', sort: 'type', width: '12%', wideOnly: true, cell: ({ typeName }) => typeName },
      { title: 'Address', sort: 'address', cell: ({ address }) => address && <Address text={address} /> },
      {
        title: 'Network path',
        sort: 'path',
        width: theme.spacing(23),
        cell: (row) => <NetworkPathCell row={row} hasAdvice={adviceOf(row.dataSource).length > 0} />,
      },
      {
        title: 'Next step',
        width: '32%',
        cell: ({ dataSource, path }) => <NextStep dataSource={dataSource} path={path} advice={adviceOf(dataSource)} />,
      },
    ],
    [settingsHref, adviceOf, theme]
  );
  return (
    <ListResults
      list={sourceList}
      rows={rows}
      columns={columns}
      keyOf={({ dataSource }) => dataSource.uid}
      things="data sources"
      searched="Search name, type, address or endpoint"
      stateName="network path"
      kindName="type"
      allKinds="All types"
      sortOptions={sortOptions}
      renderHead={(filter) => (
        <Stack direction="column" gap={2} width="100%">
          <NetworkPathFilter {...filter} />
          {children}
        </Stack>
      )}
    />
  );
}

function Address({ text }: { text: string }) {
  const styles = useStyles2(getStyles);
  return <span className={styles.address}>{breakable(text)}</span>;
}

function NetworkPathCell({
  row: { dataSource, path, reason, matches },
  hasAdvice,
}: {
  row: SourceRow;
  hasAdvice: boolean;
}) {
  const styles = useStyles2(getStyles);
  const [match] = matches;
  // Where there is advice or an endpoint, they say the rest.
  const likely = match?.by === 'alias' ? reason : match?.certain === false ? 'Probable match' : '';
  const note = match ? likely : hasAdvice ? '' : reason;
  return (
    <div className={styles.path}>
      <NetworkPathBadge path={path} />
      {path !== 'onPurpose' && <PathMarks picture={pictureOf(dataSource, match?.endpoint)} />}
      {match && (
        <TextLink href={endpointPath(match.endpoint.name)} inline variant="bodySmall">
          {match.endpoint.name}
        </TextLink>
      )}
      {note && (
        <Text element="p" color="secondary" variant="bodySmall">
          {note}
        </Text>
      )}
    </div>
  );
}

/** The path as the settings have it; nobody has tested it now. */
function pictureOf(dataSource: DataSource, endpoint: Endpoint | undefined) {
  const nothing = { view: undefined, target: undefined, health: undefined, insideManagedNetwork: true };
  return pathPicture({ ...nothing, dataSource, endpoint });
}

interface NextStepProps {
  dataSource: DataSource;
  path: NetworkPath;
  advice: Advice[];
}

function NextStep({ dataSource: { uid, name }, path, advice }: NextStepProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.what}>
      {advice.map((one) => (
        <AdviceText key={one.id} advice={one} />
      ))}
      <Stack direction="row" wrap="wrap" gap={1} alignItems="center">
        {advice.map((one) => (
          <AdviceFixButton key={one.id} advice={one} />
        ))}
        <LinkButton
          size="sm"
          variant="secondary"
          fill={advice.length > 0 ? 'text' : 'solid'}
          icon="heart-rate"
          href={checkPath(uid)}
          aria-label={`Test ${name}`}
        >
          Test
        </LinkButton>
        {(path === 'onPurpose' || advice.some(({ fix }) => fix === 'makePrivate')) && (
          <PublicMarkButton uid={uid} name={name} isMarked={path === 'onPurpose'} />
        )}
      </Stack>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  address: css({
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  what: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  path: css({ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: theme.spacing(0.5) }),
});

const looks: Record<NetworkPath, { color: BadgeColor; icon: IconName }> = {
  private: { color: 'green', icon: 'lock' },
  cantConnect: { color: 'red', icon: 'exclamation-circle' },
  notReady: { color: 'red', icon: 'exclamation-circle' },
  public: { color: 'orange', icon: 'unlock' },
  noEndpoint: { color: 'orange', icon: 'minus-circle' },
  onPurpose: { color: 'blue', icon: 'unlock' },
  unknown: { color: 'purple', icon: 'question-circle' },
};

/** The network path of a data source, with an icon: colour never stands alone. */
function NetworkPathBadge({ path }: { path: NetworkPath }) {
  const { color, icon } = looks[path];
  return <Badge text={networkPathTitles[path]} color={color} icon={icon} />;
}
