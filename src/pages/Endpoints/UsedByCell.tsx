import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { CutText } from '../../components/CutText';
import { TextLink } from '../../components/links';
import { kindOfTarget } from '../../domain/catalogue/catalogue';
import { type Endpoint } from '../../domain/endpoint';
import { type Use } from '../../domain/matching/matchAll';
import { isEndpointReady } from '../../domain/state/status';
import { endpointPath, fillInPath } from '../../paths';

/** True where a data source can be led over an endpoint: it is ready, and its target has an address for one. */
export const mayUseIt = (endpoint: Endpoint) =>
  isEndpointReady(endpoint) && kindOfTarget(endpoint.targetId)?.address !== 'none';

interface Props {
  endpoint: Endpoint;
  uses: readonly Use[];
  /** Where a data source's own settings are. */
  settingsHref: (uid: string) => string;
}

/** The data sources that use an endpoint, in two lines; where none does and one may, the way there. */
export function UsedByCell({ endpoint, uses, settingsHref }: Props) {
  const styles = useStyles2(getStyles);
  const { name } = endpoint;
  if (uses.length === 0) {
    return (
      <CutText className={styles.line} text="Update data sources">
        <TextLink href={fillInPath(name)} inline variant="bodySmall" aria-label={`Update data sources for ${name}`}>
          Update data sources
        </TextLink>
      </CutText>
    );
  }
  // Two names fit; of three or more, the second line counts the rest.
  const shown = uses.slice(0, uses.length === 2 ? 2 : 1);
  const more = uses.length - shown.length;
  return (
    <>
      {shown.map(({ dataSource, match }) => (
        <CutText
          key={dataSource.uid}
          className={styles.line}
          text={match.by === 'alias' ? `${dataSource.name} (may use it)` : dataSource.name}
        >
          <TextLink href={settingsHref(dataSource.uid)} inline variant="bodySmall">
            {dataSource.name}
          </TextLink>
          {match.by === 'alias' && ' (may use it)'}
        </CutText>
      ))}
      {more > 0 && (
        <span className={styles.line}>
          <TextLink href={endpointPath(name)} inline variant="bodySmall">
            {`and ${more.toLocaleString('en-US')} more`}
          </TextLink>
        </span>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  // On the line of the name, though smaller.
  line: css({ fontSize: theme.typography.bodySmall.fontSize, lineHeight: theme.spacing(2.75) }),
});
