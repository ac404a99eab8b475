import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { CutText } from '../../components/CutText';
import { CutValue } from '../../components/CutValue';
import { TextLink } from '../../components/links';
import { type ListColumn, RowName } from '../../components/ListTable';
import { useNow } from '../../components/useTime';
import { useAllUses, useDataSources } from '../../data/dataSources';
import { usePlace, useWorkspace } from '../../data/workspace';
import { ageText } from '../../domain/age';
import { type Endpoint } from '../../domain/endpoint';
import { type EndpointColumn, type EndpointRow } from '../../domain/list/row';
import { portalLink } from '../../domain/portal';
import { type Workspace } from '../../domain/workspace';
import { endpointPath } from '../../paths';
import { StateCell } from './StateCell';
import { mayUseIt, UsedByCell } from './UsedByCell';

/** The columns of the list, two lines a row; the same array as long as nothing changed. */
export function useEndpointColumns(endpoints: readonly Endpoint[]): Array<ListColumn<EndpointRow, EndpointColumn>> {
  const { data: workspace, isError: isUnread } = useWorkspace();
  const { isError } = useDataSources(false);
  const settingsHref = usePlace()?.settingsHref;
  const usesOf = useAllUses(endpoints);
  const now = useNow();
  return useMemo(
    () => [
      {
        title: 'Name',
        sort: 'name',
        width: '17%',
        cell: ({ endpoint: { name } }) => <RowName to={endpointPath(name)}>{name}</RowName>,
      },
      {
        title: 'Target',
        sort: 'target',
        width: '18%',
        cell: (row) => <TargetCell row={row} workspace={workspace} />,
      },
      // The rest: it has most to say where the age is left out.
      { title: 'State', sort: 'state', cell: (row) => <StateCell row={row} now={now} /> },
      {
        title: 'Domain name, IP',
        sort: 'domainName',
        width: '17%',
        cell: ({ endpoint: { domainName, privateIp } }) =>
          (domainName || privateIp) && (
            <>
              {domainName && <CutValue value={domainName} what="domain name" />}
              {privateIp && <CutValue value={privateIp} what="private IP" />}
            </>
          ),
      },
      {
        title: 'Used by',
        width: '13%',
        cell: ({ endpoint }) => {
          const uses = settingsHref && usesOf?.(endpoint);
          if (!uses) {
            return isUnread || isError ? <Unknown /> : ' ';
          }
          return (
            (uses.length > 0 || mayUseIt(endpoint)) && (
              <UsedByCell endpoint={endpoint} uses={uses} settingsHref={settingsHref} />
            )
          );
        },
      },
      {
        title: 'Age',
        sort: 'age',
        width: '9%',
        wideOnly: true,
        cell: ({ endpoint: { createdAt } }) => createdAt && <Age createdAt={createdAt} now={now} />,
      },
    ],
    [workspace, settingsHref, usesOf, isUnread, isError, now]
  );
}

/** The resource that an endpoint leads to, and its type with the sub-resource. */
function TargetCell({ row, workspace }: { row: EndpointRow; workspace: Workspace | undefined }) {
  const styles = useStyles2(getStyles);
  const { endpoint, targetName, kind } = row;
  const portal = workspace ? portalLink(workspace, endpoint.targetId) : '';
  const what = [kind.title, ...endpoint.subResources.filter(Boolean)].join(' · ');
  return (
    <>
      <CutText text={portal ? endpoint.targetId : targetName || 'No target'}>
        {portal ? (
          <TextLink href={portal} inline color="primary" aria-label={`Open ${targetName} in the Azure portal`}>
            {targetName}
          </TextLink>
        ) : undefined}
      </CutText>
      <CutText className={styles.small} text={what} />
    </>
  );
}

/** Where the data sources couldn't be loaded; the page about them says why. */
function Unknown() {
  return <span className={useStyles2(getStyles).small}>Unknown</span>;
}

function Age({ createdAt, now }: { createdAt: string; now: number }) {
  return (
    <time dateTime={createdAt} title={new Date(createdAt).toLocaleString()}>
      {ageText(createdAt, now)}
    </time>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  small: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
