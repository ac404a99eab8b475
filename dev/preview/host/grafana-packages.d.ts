/// <reference types="systemjs" />
// Packages of @grafana/ui's own tree: see dev/preview/buildHost.ts.

declare module 'grafana:react-router-dom' {
  import { type ComponentType, type ReactNode } from 'react';

  export const Router: ComponentType<{ history: unknown; children?: ReactNode }>;
}

declare module 'grafana:react-router-dom-v5-compat' {
  import { type ComponentType, type ReactNode } from 'react';

  export { Route, Routes, useLocation, useParams } from 'react-router-dom';
  export const CompatRouter: ComponentType<{ children?: ReactNode }>;
}

declare module 'grafana:@react-aria/overlays' {
  import { type ComponentType, type ReactNode } from 'react';

  export const UNSAFE_PortalProvider: ComponentType<{ getContainer?: () => HTMLElement | null; children: ReactNode }>;
}

declare module 'grafana:react-loading-skeleton' {
  import { type ComponentType, type ReactNode } from 'react';

  export const SkeletonTheme: ComponentType<{
    baseColor?: string;
    highlightColor?: string;
    borderRadius?: string;
    children?: ReactNode;
  }>;
}

declare module 'grafana:i18next' {
  interface I18n {
    use(module: unknown): I18n;
    init(options: Record<string, unknown>): Promise<unknown>;
  }
  const i18next: I18n;
  export default i18next;
}

declare module 'grafana:react-i18next' {
  export const initReactI18next: unknown;
}

declare module 'grafana:lodash';
declare module 'grafana:moment';
