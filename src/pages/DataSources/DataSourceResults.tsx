import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Badge, type BadgeColor, Stack, useStyles2, useTheme2 } from '@grafana/ui';
import React, { type ReactNode, useMemo } from 'react';
import { breakable } from '../../components/breakable';
import { LinkButton, RowLink } from '../../components/links';
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
import { type Place } from '../../domain/place';
import { checkPath, endpointPath } from '../../paths';
import { AdviceFixButton } from './AdviceParts';
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
  const { place, settingsHref } = useKnownPlace();
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
            {isReadOnly(dataSource) && <Note>Provisioned</Note>}
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
        cell: ({ dataSource, path }) => (
          <NextStep place={place} dataSource={dataSource} path={path} advice={adviceOf(dataSource)} />
        ),
      },
    ],
    [place, settingsHref, adviceOf, theme]
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
  return (
    <span className={styles.address} title={text}>
      {breakable(text)}
    </span>
  );
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
        <span className={styles.note}>
          <RowLink href={endpointPath(match.endpoint.name)}>{match.endpoint.name}</RowLink>
        </span>
      )}
      {note && <Note>{note}</Note>}
    </div>
  );
}

/** The path as the settings have it; nobody has tested it now. */
function pictureOf(dataSource: DataSource, endpoint: Endpoint | undefined) {
  const nothing = { view: undefined, target: undefined, health: undefined, insideManagedNetwork: true };
  return pathPicture({ ...nothing, dataSource, endpoint });
}

interface NextStepProps {
  place: Place;
  dataSource: DataSource;
  path: NetworkPath;
  advice: Advice[];
}

function NextStep({ place, dataSource: { uid, name }, path, advice }: NextStepProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.what}>
      {advice.map(({ id, message, severity }) => (
        <Note key={id} isFaint={severity === 'info'}>
          {message}
        </Note>
      ))}
      <div className={styles.actions}>
        {advice.map((one) => (
          <AdviceFixButton key={one.id} advice={one} />
        ))}
        <LinkButton
          size="sm"
          variant="secondary"
          fill={advice.length > 0 ? 'text' : 'solid'}
          href={checkPath(uid)}
          aria-label={`Test ${name}`}
        >
          Test
        </LinkButton>
        {(path === 'onPurpose' || advice.some(({ fix }) => fix === 'makePrivate')) && (
          <PublicMarkButton place={place} uid={uid} name={name} isMarked={path === 'onPurpose'} />
        )}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  // At most two lines, with the whole of it in the tooltip.
  address: css({
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  note: css({ margin: 0, fontSize: theme.typography.bodySmall.fontSize }),
  faint: css({ color: theme.colors.text.secondary }),
  actions: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  what: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  path: css({ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: theme.spacing(0.5) }),
});

const colors: Record<NetworkPath, BadgeColor> = {
  private: 'green',
  cantConnect: 'red',
  notReady: 'red',
  public: 'orange',
  noEndpoint: 'orange',
  onPurpose: 'blue',
  unknown: 'purple',
};

/** The network path of a data source in a word; the signs are in the picture below. */
function NetworkPathBadge({ path }: { path: NetworkPath }) {
  return <Badge text={networkPathTitles[path]} color={colors[path]} />;
}

/** A small line of text. Grafana's components make their styles at each render, which takes its time in a list of fifty. */
function Note({ isFaint = true, children }: { isFaint?: boolean; children: string }) {
  const styles = useStyles2(getStyles);
  return <p className={cx(styles.note, isFaint && styles.faint)}>{children}</p>;
}
