import { Icon, Stack, Text } from '@grafana/ui';
import React, { type ReactNode } from 'react';

interface Props {
  tone: 'warning' | 'info';
  children: NonNullable<ReactNode>;
}

/** A remark below an input that doesn't stop anybody. */
export function InputNote({ tone, children }: Props) {
  return (
    <Stack direction="row" gap={0.5} alignItems="flex-start">
      <Text color={tone === 'warning' ? 'warning' : 'secondary'} variant="bodySmall">
        <Icon name={tone === 'warning' ? 'exclamation-triangle' : 'info-circle'} size="sm" aria-hidden />
      </Text>
      <Text color={tone === 'warning' ? 'warning' : 'secondary'} variant="bodySmall">
        {children}
      </Text>
    </Stack>
  );
}
