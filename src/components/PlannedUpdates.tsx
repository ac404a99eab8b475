import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { fillInPath } from '../paths';
import { LinkButton } from './links';

interface Offer {
  /** Name of the endpoint. */
  endpoint: string;
  /** The data sources that were planned. */
  chosen: ReadonlyArray<{ name: string }>;
}

interface Props<T extends Offer> {
  offers: readonly T[];
  onForget: (offer: T) => void;
}

/** Offers what was planned for endpoints that are ready now, all of it in one place. */
export function PlannedUpdates<T extends Offer>({ offers, onForget }: Props<T>) {
  const styles = useStyles2(getStyles);
  const [first] = offers;
  if (!first) {
    return null;
  }
  return (
    <Alert
      severity="success"
      title={
        offers.length === 1 ? `${first.endpoint} is ready` : `${offers.length} endpoints with planned updates are ready`
      }
    >
      {offers.map((offer) => (
        <div key={offer.endpoint} className={styles.offer}>
          <Text element="p">
            Planned update to use {offer.endpoint}: {offer.chosen.map(({ name }) => name).join(', ')}. Preview the
            change, then apply it.
          </Text>
          <div className={styles.actions}>
            <LinkButton size="sm" href={fillInPath(offer.endpoint)}>
              Update data sources for {offer.endpoint}
            </LinkButton>
            <Button
              size="sm"
              variant="secondary"
              aria-label={`Delete planned update for ${offer.endpoint}`}
              onClick={() => onForget(offer)}
            >
              Delete planned update
            </Button>
          </div>
        </div>
      ))}
    </Alert>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  offer: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
    '& + &': { marginTop: theme.spacing(1) },
  }),
  actions: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
