import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { LinkButton as GrafanaLinkButton, TextLink as GrafanaTextLink, useStyles2 } from '@grafana/ui';
import React, { type ComponentProps } from 'react';

/**
 * Where a link leads: a page of this Grafana (a path of `src/paths.ts`), or a full URL, which opens in a new tab.
 * Every link of the app is one of those below, since Grafana's LinkButton leaves out the path that Grafana may be
 * served under (`root_url`): a click is put right by Grafana, a new tab isn't.
 */
type Target = { href: string };

const leavesGrafana = (href: string) => /^https?:/.test(href);

/** A link in or beside text. */
export function TextLink(props: Omit<ComponentProps<typeof GrafanaTextLink>, 'external'> & Target) {
  return <GrafanaTextLink {...props} external={leavesGrafana(props.href)} />;
}

/**
 * A link in a row of a list. Grafana's text link is drawn again whenever the address changes, which is with each letter of
 * the search that a list keeps there.
 */
export function RowLink({ href, children }: Target & { children: string }) {
  const styles = useStyles2(getStyles);
  return leavesGrafana(href) ? (
    <TextLink href={href} inline color="primary">
      {children}
    </TextLink>
  ) : (
    <a href={locationUtil.assureBaseUrl(href)} className={styles.link}>
      {children}
    </a>
  );
}

/** A link that looks like a button. */
export function LinkButton({ href, ...props }: ComponentProps<typeof GrafanaLinkButton> & Target) {
  const elsewhere =
    leavesGrafana(href) && ({ target: '_blank', rel: 'noreferrer', icon: 'external-link-alt' } as const);
  return <GrafanaLinkButton {...props} href={locationUtil.assureBaseUrl(href)} {...elsewhere} />;
}

const getStyles = (theme: GrafanaTheme2) => ({
  // As Grafana's text link looks.
  link: css({
    color: theme.colors.text.primary,
    textDecoration: 'underline',
    '&:hover': { color: theme.colors.text.link, textDecoration: 'none' },
  }),
});
