import { ThemeContext } from '@grafana/data';
import { LocationServiceProvider, locationService } from '@grafana/runtime';
import { GlobalStyles, ModalRoot, ModalsProvider, PortalContainer, getPortalContainer } from '@grafana/ui';
import { SkeletonTheme } from 'grafana:react-loading-skeleton';
import { UNSAFE_PortalProvider } from 'grafana:@react-aria/overlays';
import { Router } from 'grafana:react-router-dom';
import { CompatRouter, Route, Routes } from 'grafana:react-router-dom-v5-compat';
import React from 'react';

import { Chrome } from './chrome/Chrome';
import { AppPage } from './pages/AppPage';
import { NotFoundPage } from './pages/NotFoundPage';
import { PluginConfigPage } from './pages/PluginConfigPage';
import { useLinksInsideTheApp } from './services/linksInsideTheApp';
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
