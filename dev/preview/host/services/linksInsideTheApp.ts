import { locationUtil } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { useEffect } from 'react';

/** Follows plain links to this server's pages by the router, as Grafana does: no page load, no lost state. */
export function useLinksInsideTheApp(): void {
  useEffect(() => {
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, []);
}

/** Pages that the server itself draws. */
const serverPages = /^\/(?:login|logout|api|public)?(?:\/|$)/;

function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const special = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0;
  if (!link || special || event.defaultPrevented || link.target || link.hasAttribute('download')) {
    return;
  }
  const url = new URL(link.href, document.baseURI);
  const samePageAnchor = url.hash !== '' && url.pathname === window.location.pathname;
  if (url.origin !== window.location.origin || serverPages.test(url.pathname) || samePageAnchor) {
    return;
  }
  event.preventDefault();
  locationService.push(locationUtil.stripBaseFromUrl(url.pathname + url.search + url.hash));
}
