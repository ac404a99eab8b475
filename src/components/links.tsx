import { locationUtil } from '@grafana/data';
import { LinkButton as GrafanaLinkButton, TextLink as GrafanaTextLink } from '@grafana/ui';
import React, { type ComponentProps } from 'react';

/**
 * Where a link leads: a page of this Grafana (a path of `src/paths.ts`), or a full URL, which opens in a new tab.
 * Every link of the app is one of the two below, since Grafana's LinkButton leaves out the path that Grafana may be
 * served under (`root_url`): a click is put right by Grafana, a new tab isn't.
 */
type Target = { href: string };

const leavesGrafana = (href: string) => /^https?:/.test(href);

/** A link in or beside text. */
export function TextLink(props: Omit<ComponentProps<typeof GrafanaTextLink>, 'external'> & Target) {
  return <GrafanaTextLink {...props} external={leavesGrafana(props.href)} />;
}

/** A link that looks like a button. */
export function LinkButton({ href, ...props }: ComponentProps<typeof GrafanaLinkButton> & Target) {
  const elsewhere =
    leavesGrafana(href) && ({ target: '_blank', rel: 'noreferrer', icon: 'external-link-alt' } as const);
  return <GrafanaLinkButton {...props} href={locationUtil.assureBaseUrl(href)} {...elsewhere} />;
}
