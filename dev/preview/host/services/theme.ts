import { type GrafanaTheme2, createTheme } from '@grafana/data';
import { ThemeChangedEvent, config, getAppEvents, getBackendSrv } from '@grafana/runtime';
import { useCallback, useState } from 'react';

export type ThemeMode = GrafanaTheme2['colors']['mode'];

/** The theme in use and the way to change it, which the server remembers for this user. */
export function useTheme(): [GrafanaTheme2, (mode: ThemeMode) => void] {
  const [theme, setTheme] = useState(config.theme2);
  const setMode = useCallback((mode: ThemeMode) => {
    const next = createTheme({ colors: { mode } });
    getAppEvents().publish(new ThemeChangedEvent(next));
    config.theme2 = next;
    config.bootData.user.lightTheme = mode === 'light';
    document.body.className = `theme-${mode}`;
    document.documentElement.style.background = next.colors.background.canvas;
    document.body.style.background = next.colors.background.canvas;
    setTheme(next);
    void getBackendSrv().patch('/api/user/preferences', { theme: mode }, { showSuccessAlert: false });
  }, []);
  return [theme, setMode];
}
