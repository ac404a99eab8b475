import { ThemeContext, locationUtil } from '@grafana/data';
import { LocationServiceProvider, locationService } from '@grafana/runtime';
import {
  GlobalStyles,
  ModalRoot,
  ModalsProvider,
  PortalContainer,
  getPortalContainer,
  EmptyState,
  LinkButton,
} from '@grafana/ui';
import { SkeletonTheme } from 'grafana:react-loading-skeleton';
import { UNSAFE_PortalProvider } from 'grafana:@react-aria/overlays';
import { Router } from 'grafana:react-router-dom';
import { CompatRouter, Route, Routes } from 'grafana:react-router-dom-v5-compat';
import React from 'react';

import { Chrome } from './chrome/Chrome';
import { DashboardPage } from './dashboard/DashboardPage';
import { AlertRulesPage } from './pages/AlertRulesPage';
import { AppPage } from './pages/AppPage';
import { PluginConfigPage } from './pages/PluginConfigPage';
import { WithPlugin } from './pages/WithPlugin';
import { PluginPage } from './PluginPage';
import { useLinksInsideTheApp } from './services/linksInsideTheApp';
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
                      <Route path="/a/:id/*" element={<WithPlugin page={AppPage} />} />
                      <Route path="/plugins/:id" element={<WithPlugin page={PluginConfigPage} />} />
                      <Route path="/d/:uid/*" element={<DashboardPage />} />
                      <Route path="/alerting/list" element={<AlertRulesPage />} />
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
