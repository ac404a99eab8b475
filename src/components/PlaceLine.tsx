import { Icon, Stack, Text } from '@grafana/ui';
import React from 'react';
import { CONFIG_PATH } from '../constants';
import { type PlaceVerdict, placeTitle } from '../domain/place';
import { TextLink } from './links';

/** Whose data sources the page is about, why, and where to overrule it. */
export function PlaceLine({ place }: { place: PlaceVerdict }) {
  return (
    <Stack direction="row" wrap="wrap" alignItems="baseline" columnGap={1} rowGap={0.5}>
      <PlaceTitle place={place} />
      <TextLink href={CONFIG_PATH} inline variant="body">
        Change
      </TextLink>
    </Stack>
  );
}

/** Whose data sources, and why. */
export function PlaceTitle({ place }: { place: PlaceVerdict }) {
  return (
    <>
      <Text weight="medium">
        <Icon name={place.place === 'local' ? 'database' : 'cloud'} aria-hidden /> {placeTitle(place.place)}
      </Text>
      <Text color="secondary">{place.reason}</Text>
    </>
  );
}
