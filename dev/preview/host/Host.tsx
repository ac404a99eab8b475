import { locationUtil, ThemeContext } from '@grafana/data';
import { locationService, LocationServiceProvider } from '@grafana/runtime';
import {
  EmptyState,
  getPortalContainer,
  GlobalStyles,
  LinkButton,
  ModalRoot,
  ModalsProvider,
  PortalContainer,
} from '@grafana/ui';
import { UNSAFE_PortalProvider } from 'grafana:@react-aria/overlays';
import { SkeletonTheme } from 'grafana:react-loading-skeleton';
import { Router } from 'grafana:react-router-dom';
import { CompatRouter, Route, Routes } from 'grafana:react-router-dom-v5-compat';
import React, { useEffect } from 'react';
import { Chrome } from './chrome/Chrome';
import { AppPage } from './pages/AppPage';
import { PluginConfigPage } from './pages/PluginConfigPage';
import { PluginPage } from './PluginPage';
import { previewedApp } from './services/loadPlugin';
import { useTheme } from './services/theme';

/** Providers in Grafana's order, then the chrome with the page that the URL asks for. */
export function Host() {
  const [theme, setMode] = useTheme();
  useLinksInsideTheApp();

  return (
    <ThemeContext.Provider value={theme}>
      <SkeletonTheme
        baseColor={theme.colors.background.secondary}
        highlightColor={theme.colors.emphasize(theme.colors.background.secondary)}
        borderRadius={theme.shape.radius.default}
      >
        <UNSAFE_PortalProvider getContainer={getPortalContainer}>
          <GlobalStyles />
          <Router history={locationService.getHistory()}>
            <LocationServiceProvider service={locationService}>
              <CompatRouter>
                <ModalsProvider>
                  <Chrome setMode={setMode}>
                    <Routes>
                      <Route path="/a/:id/*" element={<AppPage />} />
                      <Route path="/plugins/:id" element={<PluginConfigPage />} />
                      <Route path="*" element={<NotFoundPage />} />
                    </Routes>
                  </Chrome>
                  <ModalRoot />
                </ModalsProvider>
              </CompatRouter>
            </LocationServiceProvider>
          </Router>
          <PortalContainer />
        </UNSAFE_PortalProvider>
      </SkeletonTheme>
    </ThemeContext.Provider>
  );
}

/** A path that only a whole Grafana has, or none at all. */
function NotFoundPage() {
  return (
    <PluginPage pageNav={{ text: 'Page not found' }}>
      <EmptyState
        variant="not-found"
        message="This page isn’t available in the preview"
        button={<LinkButton href={locationUtil.assureBaseUrl(`/a/${previewedApp().id}`)}>Open the plugin</LinkButton>}
      >
        The preview shows the plugin alone. In Grafana, this address may well lead somewhere.
      </EmptyState>
    </PluginPage>
  );
}

/** Follows links by the router: no page load, no lost state. */
function useLinksInsideTheApp(): void {
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
