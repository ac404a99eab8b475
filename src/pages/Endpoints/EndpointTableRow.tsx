import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { CopyValue } from '../../components/CopyValue';
import { EndpointState } from '../../components/EndpointState';
import { TargetName } from '../../components/TargetName';
import { TextLink } from '../../components/links';
import { useWorkspace } from '../../data/workspace';
import { ageText } from '../../domain/age';
import { type EndpointRow } from '../../domain/list/row';
import { workingFor } from '../../domain/state/workingFor';
import { type Use } from '../../domain/matching/matchAll';
import { getTableStyles } from '../../components/table.styles';
import { endpointPath } from '../../paths';
import { UsesCell } from './UsesCell';

interface Props {
  row: EndpointRow;
  now: number;
  /** Undefined while nobody knows. */
  uses: Use[] | undefined;
}

/** One endpoint. */
export function EndpointTableRow({ row, now, uses }: Props) {
  const { data: workspace } = useWorkspace();
  const styles = useStyles2(getTableStyles);
  const { endpoint } = row;
  const cell = (label: string, content: ReactNode) => (
    <div role="cell" data-label={label} data-empty={!content}>
      {content || <span className={styles.none}>–</span>}
    </div>
  );
  return (
    <div role="row">
      <div role="rowheader">
        <span className={styles.name}>
          <TextLink href={endpointPath(endpoint.name)} inline color="primary">
            {endpoint.name}
          </TextLink>
        </span>
      </div>
      {cell(
        'Target',
        <TargetName
          targetId={endpoint.targetId}
          name={row.targetName}
          kind={row.kind}
          subResources={endpoint.subResources}
          workspace={workspace}
        />
      )}
      {cell(
        'State',
        <EndpointState
          endpoint={endpoint}
          status={row.status}
          need={row.need}
          progress={workingFor(row.status, endpoint, now)}
        />
      )}
      {cell('Domain name', endpoint.domainName && <CopyValue value={endpoint.domainName} what="domain name" />)}
      {cell('Private IP', endpoint.privateIp && <CopyValue value={endpoint.privateIp} what="private IP" />)}
      {cell(
        'Age',
        endpoint.createdAt && (
          <time
            className={styles.nowrap}
            dateTime={endpoint.createdAt}
            title={new Date(endpoint.createdAt).toLocaleString()}
          >
            {ageText(endpoint.createdAt, now)}
          </time>
        )
      )}
      {cell('Used by', uses && <UsesCell endpoint={endpoint} uses={uses} />)}
    </div>
  );
}
