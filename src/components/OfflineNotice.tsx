import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import React, { useSyncExternalStore } from 'react';

/** Says on every page that the browser has no connection, as long as it hasn't. */
export function OfflineNotice() {
  const styles = useStyles2(getStyles);
  const online = useSyncExternalStore(listen, () => navigator.onLine);
  return (
    <div role="status" className={styles.place}>
      {!online && (
        <div className={styles.notice}>
          <Icon name="exclamation-triangle" aria-hidden />
          <span>
            You are offline. This page shows what was read before, and goes on by itself when the connection is back.
          </span>
        </div>
      )}
    </div>
  );
}

function listen(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

const getStyles = (theme: GrafanaTheme2) => ({
  place: css({
    position: 'fixed',
    zIndex: theme.zIndex.portal,
    insetInline: 0,
    bottom: theme.spacing(2),
    display: 'flex',
    justifyContent: 'center',
    padding: theme.spacing(0, 2),
    pointerEvents: 'none',
  }),
  notice: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
    border: `1px solid ${theme.colors.warning.border}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.elevated,
    boxShadow: theme.shadows.z3,
    pointerEvents: 'auto',
    '& > svg, & > div': { color: theme.colors.warning.text },
  }),
});
