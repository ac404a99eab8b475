import { locationUtil, type NavModelItem } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import React, { type ReactNode, useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';
import { endpointPath, homePath } from '../paths';
import { wrapAnywhere } from './wrapAnywhere';

interface Parent {
  title: string;
  path: string;
  parent?: Parent;
}

interface Props {
  title: string;
  /** The page's own path (`src/paths.ts`), where the navigation has it too: its breadcrumb then stands once. */
  path?: string;
  /** The breadcrumb before it. */
  parent?: Parent;
  subTitle?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** Grafana's frame around a page of the app: breadcrumbs, title, content. */
export function AppPage({ title, path, parent, subTitle, actions, children }: Props) {
  const heading = useFocusOnArrival();
  return (
    <PluginPage
      pageNav={crumb({ title, path, parent })}
      subTitle={subTitle}
      actions={actions}
      // Grafana's own title doesn't break a long word.
      renderTitle={(text) => (
        <h1 ref={heading} tabIndex={-1} className={wrapAnywhere}>
          {text}
        </h1>
      )}
    >
      {children}
    </PluginPage>
  );
}

/** Grafana takes the URL of a breadcrumb as it is, and compares it with those of its navigation, which hold the sub path. */
const crumb = ({ title, path, parent }: Pick<Props, 'title' | 'path' | 'parent'>): NavModelItem => ({
  text: title,
  url: path && locationUtil.assureBaseUrl(path),
  parentItem: parent && crumb(parent),
});

/** The page of an endpoint, as the parent of a page about it. */
export const endpointParent = (name: string): Parent => ({ title: name, path: endpointPath(name), parent: listParent });

/** The list of endpoints. */
export const listParent: Parent = { title: 'Private endpoints', path: homePath };

/**
 * A ref for the heading of a page: the link or button that led here may be gone, and the focus with it, so that a screen reader
 * would be silent and Tab begin at Grafana's own bar. A page that someone opened by its address is left as the browser has it.
 */
function useFocusOnArrival() {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const arrivedBy = useNavigationType();
  const shown = useRef('');
  useEffect(() => {
    // A filter changes the address too, and stays on the page.
    const isNew = shown.current !== pathname;
    shown.current = pathname;
    if (isNew && arrivedBy !== 'POP' && (document.activeElement ?? document.body) === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
  }, [pathname, arrivedBy]);
  return heading;
}
