import { locationService } from '@grafana/runtime';
import { useEffect } from 'react';

const unsent = 'Your change hasn’t been sent yet. If you leave this page, it won’t be sent. Leave?';

/**
 * Asks before someone leaves the page while `asks`, by a link, Back, a reload or closing the tab. Grafana's pages share one
 * history (version 4.10), whose prompt is the browser's own question. Another tab of a page (`?page=`) is left too.
 */
export function useLeaveQuestion(asks: boolean, question = unsent): void {
  useEffect(() => {
    if (!asks) {
      return;
    }
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', beforeUnload);
    const here = placeOf(locationService.getLocation());
    const unblock = locationService
      .getHistory()
      .block((to: PageLocation) => (placeOf(to) === here ? undefined : question));
    return () => {
      window.removeEventListener('beforeunload', beforeUnload);
      unblock();
    };
  }, [asks, question]);
}

interface PageLocation {
  pathname: string;
  search: string;
}

const placeOf = ({ pathname, search }: PageLocation) => `${pathname} ${new URLSearchParams(search).get('page') ?? ''}`;
