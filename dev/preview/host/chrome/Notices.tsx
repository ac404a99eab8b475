import { css } from '@emotion/css';
import { AppEvents, type GrafanaTheme2 } from '@grafana/data';
import { Alert, type AlertVariant, useStyles2 } from '@grafana/ui';
import React, { useEffect, useState } from 'react';

import { appEvents } from '../services/connectRuntime';

interface Notice {
  id: number;
  severity: AlertVariant;
  title: string;
  text: string;
}

const kinds = [
  { event: AppEvents.alertSuccess, severity: 'success' },
  { event: AppEvents.alertInfo, severity: 'info' },
  { event: AppEvents.alertWarning, severity: 'warning' },
  { event: AppEvents.alertError, severity: 'error' },
] as const;

/** Milliseconds a notice stays; errors have to be read. */
const stays = { success: 3000, info: 3000, warning: 5000, error: 7000 };

let lastId = 0;

/** Notices that plugins and backendSrv publish as app events; one that shows already isn't shown twice. */
export function Notices() {
  const styles = useStyles2(getStyles);
  const [notices, setNotices] = useState<Notice[]>([]);

  useEffect(() => {
    const remove = (id: number) => setNotices((all) => all.filter((notice) => notice.id !== id));
    const handlers = kinds.map(({ event, severity }) => {
      const show = (payload?: Iterable<unknown>) => {
        if (!payload) {
          return;
        }
        // A text in place of the list is taken to pieces, as in Grafana.
        const [title, text = ''] = payload;
        const notice = { id: ++lastId, severity, title: String(title), text: textOf(text) };
        setNotices((all) => (all.some((shown) => isSame(shown, notice)) ? all : [...all, notice]));
        setTimeout(() => remove(notice.id), stays[severity]);
      };
      appEvents.on(event, show);
      return () => appEvents.off(event, show);
    });
    return () => handlers.forEach((stop) => stop());
  }, []);

  return (
    <div className={styles.corner} aria-live="polite">
      {notices.map(({ id, severity, title, text }) => (
        <Alert
          key={id}
          severity={severity}
          title={title}
          elevated
          onRemove={() => setNotices((all) => all.filter((notice) => notice.id !== id))}
        >
          {text}
        </Alert>
      ))}
    </div>
  );
}

function isSame(a: Notice, b: Notice): boolean {
  return a.severity === b.severity && a.title === b.title && a.text === b.text;
}

function textOf(text: unknown): string {
  return text instanceof Error ? text.message : String(text);
}

const getStyles = (theme: GrafanaTheme2) => ({
  corner: css({
    position: 'fixed',
    top: 48,
    right: theme.spacing(1),
    zIndex: theme.zIndex.portal,
    width: `min(400px, calc(100vw - ${theme.spacing(2)}))`,
  }),
});
