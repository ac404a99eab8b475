import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { LinkButton, Stack, Text, TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';
import { getTableStyles } from '../../components/table.styles';
import { WayBadge } from '../../components/WayBadge';
import { type DataSourcePlace } from '../../data/usePlace';
import { isReadOnly } from '../../domain/address/dataSource';
import { type SourceRow } from '../../domain/dataSourceList/row';
import { AdviceLine } from './AdviceLine';
import { checkPath, endpointPath } from './paths';

interface Props {
  row: SourceRow;
  place: DataSourcePlace;
}

/** One data source. */
export function DataSourceTableRow({
  row: { dataSource, typeName, address, way, reason, matches, advice },
  place,
}: Props) {
  const table = useStyles2(getTableStyles);
  const styles = useStyles2(getStyles);
  const { uid, name } = dataSource;
  return (
    <div role="row">
      <div role="rowheader">
        <span className={table.name}>
          <TextLink href={place.settingsHref(uid)} external={place.external} inline color="primary">
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
        {address ? <span className={styles.address}>{address}</span> : <span className={table.none}>–</span>}
      </div>
      <div role="cell" data-label="Way">
        <div className={styles.way}>
          <WayBadge way={way} />
          {matches[0] && (
            <TextLink href={endpointPath(matches[0].endpoint.name)} inline variant="bodySmall">
              {matches[0].endpoint.name}
            </TextLink>
          )}
          {/* Advice says the same and more. */}
          {advice.length === 0 && (
            <Text element="p" color="secondary" variant="bodySmall">
              {reason}
              {matches[0]?.certain === false && ' This is likely, not certain.'}
            </Text>
          )}
        </div>
      </div>
      <div role="cell" data-label="What to do">
        <Stack direction="column" gap={1} alignItems="flex-start">
          {advice.map((one) => (
            <AdviceLine key={one.id} advice={one} place={place} />
          ))}
          <LinkButton
            size="sm"
            variant="secondary"
            fill="text"
            icon="heart-rate"
            href={checkPath(uid)}
            aria-label={`Check ${name}`}
          >
            Check
          </LinkButton>
        </Stack>
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  address: css({
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
  }),
  way: css({ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: theme.spacing(0.5) }),
});
