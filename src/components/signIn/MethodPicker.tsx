import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { RadioButtonList, Stack, Text, useStyles2 } from '@grafana/ui';
import React, { useId } from 'react';
import { Disclosure } from '../Disclosure';
import { type AuthType, signInMethods } from '../../domain/settings/settings';
import { type SignInMethodOffer } from '../../domain/settings/setup';

interface Props {
  /** '' for none. */
  value: AuthType | '';
  onChange: (value: AuthType) => void;
  offers: SignInMethodOffer[];
}

/** The ways to sign in that this Grafana has enabled; for the others it says why not and how to enable them. */
export function MethodPicker({ value, onChange, offers }: Props) {
  const name = useId();
  const styles = useStyles2(getStyles);
  const enabled = (authType: AuthType) => offers.some((offer) => offer.authType === authType && offer.enabled);
  // A stored method stays visible when it was switched off since, so that the form doesn't lie about what is stored.
  const shown = signInMethods.filter(({ authType }) => enabled(authType) || authType === value);
  const missing = offers.filter((offer) => !offer.enabled);
  const title = (authType: AuthType) => signInMethods.find((method) => method.authType === authType)?.title ?? authType;
  return (
    <Stack direction="column" gap={1.5}>
      <RadioButtonList
        name={name}
        options={shown.map(({ authType, title: name, recommended, description }) => ({
          value: authType,
          label: recommended ? `${name} (recommended)` : name,
          description,
        }))}
        value={value || undefined}
        onChange={onChange}
      />
      {missing.length > 0 && (
        <Disclosure label={`Not available: ${missing.map(({ authType }) => title(authType)).join(', ')}`}>
          <Stack direction="column" gap={1.5}>
            {missing.map(({ authType, reason, howTo }) => (
              <div key={authType}>
                <Text element="p" color="secondary" variant="bodySmall">
                  {reason} In Grafana’s configuration file:
                </Text>
                <pre className={styles.code}>{howTo}</pre>
              </div>
            ))}
          </Stack>
        </Disclosure>
      )}
    </Stack>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  code: css({
    margin: theme.spacing(0.5, 0, 0),
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'pre-wrap',
  }),
});
