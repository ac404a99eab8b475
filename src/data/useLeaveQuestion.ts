import { locationService } from '@grafana/runtime';
import { useEffect } from 'react';

const question = 'Your change hasn’t been sent yet. If you leave this page, it won’t be sent. Leave?';

/**
 * Asks before somebody leaves the page while `asks`, by a link, Back, a reload or closing the tab. Grafana's pages share one
 * history (version 4.10), whose prompt is the browser's own question.
 */
export function useLeaveQuestion(asks: boolean): void {
  useEffect(() => {
    if (!asks) {
      return;
    }
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', beforeUnload);
    const { pathname } = locationService.getLocation();
    const unblock = locationService
      .getHistory()
      .block((to: { pathname: string }) => (to.pathname === pathname ? undefined : question));
    return () => {
      window.removeEventListener('beforeunload', beforeUnload);
      unblock();
    };
  }, [asks]);
}
