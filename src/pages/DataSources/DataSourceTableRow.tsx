import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Stack, Text, useStyles2 } from '@grafana/ui';
import React, { memo } from 'react';
import { breakable } from '../../components/breakable';
import { LinkButton, TextLink } from '../../components/links';
import { getTableStyles } from '../../components/table.styles';
import { WayBadge } from '../../components/WayBadge';
import { useKnownPlace } from '../../data/workspace';
import { type DataSource, isReadOnly } from '../../domain/address/dataSource';
import { type Advice } from '../../domain/advice/advice';
import { type SourceRow } from '../../domain/dataSourceList/row';
import { AdviceFixButton, AdviceText } from './AdviceParts';
import { checkPath, endpointPath } from '../../paths';

interface Props {
  row: SourceRow;
  adviceOf: (dataSource: DataSource) => Advice[];
}

/** One data source; memoized, so that a letter typed into the search draws only rows that come. */
export const DataSourceTableRow = memo(function DataSourceTableRow({ row, adviceOf }: Props) {
  const { settingsHref } = useKnownPlace();
  const { dataSource, typeName, address, way, reason, matches } = row;
  const advice = adviceOf(dataSource);
  const table = useStyles2(getTableStyles);
  const styles = useStyles2(getStyles);
  const { uid, name } = dataSource;
  // Where there is advice or an endpoint, they say the rest.
  const likely = matches[0]?.certain === false ? 'Probable match' : '';
  const note = matches[0] ? likely : advice.length === 0 ? reason : '';
  return (
    <div role="row">
      <div role="rowheader">
        <span className={table.name}>
          <TextLink href={settingsHref(uid)} inline color="primary">
            {name}
          </TextLink>
        </span>
        {isReadOnly(dataSource) && (
          <Text element="p" color="secondary" variant="bodySmall">
            Provisioned
          </Text>
        )}
      </div>
      <div role="cell" data-label="Type">
        {typeName}
      </div>
      <div role="cell" data-label="Address" data-empty={!address}>
        {address ? <span className={styles.address}>{breakable(address)}</span> : <span className={table.none}>–</span>}
      </div>
      <div role="cell" data-label="Network path">
        <div className={styles.way}>
          <WayBadge way={way} />
          {matches[0] && (
            <TextLink href={endpointPath(matches[0].endpoint.name)} inline variant="bodySmall">
              {matches[0].endpoint.name}
            </TextLink>
          )}
          {note && (
            <Text element="p" color="secondary" variant="bodySmall">
              {note}
            </Text>
          )}
        </div>
      </div>
      <div role="cell" data-label="Next step">
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
          </Stack>
        </div>
      </div>
    </div>
  );
});

const getStyles = (theme: GrafanaTheme2) => ({
  address: css({
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'break-word',
  }),
  what: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  way: css({ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: theme.spacing(0.5) }),
});
