import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';

/** Tags of an Azure resource, name and value. */
export function TagChips({ tags }: { tags: Record<string, string> }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list}>
      {Object.entries(tags).map(([name, value]) => (
        <li key={name} className={styles.tag}>
          {value ? `${name}: ${value}` : name}
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5), listStyle: 'none' }),
  tag: css({
    padding: theme.spacing(0, 0.75),
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
  }),
});
