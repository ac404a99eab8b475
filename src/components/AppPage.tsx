import { locationUtil } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import React, { type ReactNode } from 'react';
import { wrapAnywhere } from './wrapAnywhere';

interface Props {
  title: string;
  /** The page's own path (`src/paths.ts`), where the navigation has it too: its breadcrumb then stands once. */
  path?: string;
  /** The breadcrumb before it. */
  parent?: { title: string; path: string };
  subTitle?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** Grafana's frame around a page of the app: breadcrumbs, title, content. */
export function AppPage({ title, path, parent, subTitle, actions, children }: Props) {
  return (
    <PluginPage
      pageNav={{ ...crumb(title, path), parentItem: parent && crumb(parent.title, parent.path) }}
      subTitle={subTitle}
      actions={actions}
      // Grafana's own title doesn't break a long word.
      renderTitle={(text) => <h1 className={wrapAnywhere}>{text}</h1>}
    >
      {children}
    </PluginPage>
  );
}

/** Grafana takes the URL of a breadcrumb as it is, and compares it with those of its navigation, which hold the sub path. */
const crumb = (text: string, path?: string) => ({ text, url: path && locationUtil.assureBaseUrl(path) });
