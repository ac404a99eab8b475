import { type PluginPageProps } from '@grafana/runtime';
import React from 'react';

/** What Grafana puts around a page, in short: Grafana hands the real one to its plugins when it starts. */
export function PluginPage({ pageNav, subTitle, actions, renderTitle, children }: PluginPageProps) {
  return (
    <main>
      {renderTitle?.(pageNav?.text ?? '')}
      {subTitle}
      {actions}
      {children}
    </main>
  );
}
