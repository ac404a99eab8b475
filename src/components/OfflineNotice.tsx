import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { useSyncExternalStore } from 'react';

/** A Grafana on the browser's own machine, which is reached without a network. */
const ownMachine = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Says on every page that the browser has no connection, as long as it hasn't. An icon could not be fetched then. */
export function OfflineNotice({ host = window.location.hostname }: { host?: string }) {
  const styles = useStyles2(getStyles);
  const online = useSyncExternalStore(listen, () => navigator.onLine || ownMachine.test(host));
  return (
    <div role="status" className={styles.place}>
      {!online && (
        <div className={styles.notice}>
          You’re offline. This page shows the last loaded data and updates automatically when you’re back online.
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
    padding: theme.spacing(1, 2),
    border: `1px solid ${theme.colors.warning.border}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.elevated,
    boxShadow: theme.shadows.z3,
    pointerEvents: 'auto',
  }),
});
