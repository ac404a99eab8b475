import { RadioButtonList, Stack, Text } from '@grafana/ui';
import React, { useId } from 'react';
import { type AuthType, signInMethods } from '../../domain/settings/settings';
import { type SignInMethodOffer } from '../../domain/settings/setup';

interface Props {
  value: AuthType;
  onChange: (value: AuthType) => void;
  offers: SignInMethodOffer[];
}

/** The ways to sign in that this Grafana has enabled; for the others it says why not and how to enable them. */
export function MethodPicker({ value, onChange, offers }: Props) {
  const name = useId();
  const enabled = (authType: AuthType) => offers.some((offer) => offer.authType === authType && offer.enabled);
  // A stored method stays visible when it was switched off since, so that the form doesn't lie about what is stored.
  const shown = signInMethods.filter(({ authType }) => enabled(authType) || authType === value);
  const missing = offers.filter((offer) => !offer.enabled);
  const title = (authType: AuthType) => signInMethods.find((method) => method.authType === authType)?.title ?? authType;
  return (
    <Stack direction="column" gap={1.5}>
      <RadioButtonList
        name={name}
        options={shown.map(({ authType, title: label, description }) => ({ value: authType, label, description }))}
        value={value}
        onChange={onChange}
      />
      {missing.map(({ authType, reason, howTo }) => (
        <Text key={authType} element="p" color="secondary" variant="bodySmall">
          {title(authType)} is not offered: {reason} {howTo}
        </Text>
      ))}
    </Stack>
  );
}
