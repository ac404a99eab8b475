import React from 'react';
import { LinkButton } from '../../components/links';
import { useKnownPlace } from '../../data/workspace';

interface Props {
  uid: string;
  /** What the button says. */
  label: string;
  variant?: 'primary' | 'secondary';
  /** For screen readers, where several buttons say the same. */
  longLabel?: string;
}

/** Leads to a data source's own settings, in a new tab where they are in another Grafana. */
export function SettingsButton({ uid, label, longLabel, variant = 'secondary' }: Props) {
  const { settingsHref } = useKnownPlace();
  return (
    <LinkButton size="sm" variant={variant} icon="cog" href={settingsHref(uid)} aria-label={longLabel}>
      {label}
    </LinkButton>
  );
}
