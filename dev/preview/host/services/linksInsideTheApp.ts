import { locationUtil } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { useEffect } from 'react';

/** Follows links by the router: no page load, no lost state. */
export function useLinksInsideTheApp(): void {
  useEffect(() => {
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, []);
}

/**
 * What Grafana 12.4.0 does with a click on any link without a target (public/app/core/navigation/patch/interceptLinkClicks.ts):
 * only Ctrl and Cmd leave it to the browser, and a download or an address that the server itself answers goes to the
 * router as well.
 */
function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const href = link?.getAttribute('href');
  if (!href || link?.getAttribute('target') || event.ctrlKey || event.metaKey || event.defaultPrevented) {
    return;
  }
  event.preventDefault();
  const path = locationUtil.stripBaseFromUrl(href);
  if (path.startsWith('#')) {
    window.location.hash = path;
  } else if (path.includes('://') || path.startsWith('mailto:')) {
    window.location.href = path;
  } else {
    locationService.push(path.startsWith('/') ? path : `/${path}`);
  }
}
