import { Stack, Text } from '@grafana/ui';
import React from 'react';

interface Props {
  /** Id of the title, for the section that it names. */
  id: string;
  title: string;
  /** Something else is typed than what was checked. */
  isDirty: boolean;
}

/** Title of a section of checks, which are of the saved settings. */
export function ChecksTitle({ id, title, isDirty }: Props) {
  return (
    <Stack direction="row" alignItems="baseline" gap={1}>
      <Text element="h3" variant="h3">
        <span id={id}>{title}</span>
      </Text>
      {isDirty && (
        <Text color="warning" variant="bodySmall">
          Results for the saved settings
        </Text>
      )}
    </Stack>
  );
}
