import { Stack, Text } from '@grafana/ui';
import React from 'react';
import { CodeBlock } from '../../components/CodeBlock';
import { Disclosure } from '../../components/Disclosure';
import { type OwnerCommands } from '../../domain/approval/ownerCommands';

interface Props {
  commands: OwnerCommands;
  /** True where the exact connection is known. */
  certain: boolean;
}

/** The owner's commands: with the exact connection where it is certain, else only how to find it. */
export function HandOffCommands({ commands: { list, approve, reject }, certain }: Props) {
  if (!list) {
    return null;
  }
  return (
    <Disclosure label="Azure CLI commands for the owner">
      <Stack direction="column" gap={1}>
        <CodeBlock code={list} label="command that lists the connections" />
        {certain ? (
          <>
            <CodeBlock code={approve} label="command that approves the connection" />
            <CodeBlock code={reject} label="command that rejects the connection" />
          </>
        ) : (
          <Text element="p" color="secondary">
            The connection of this endpoint isn’t confirmed, so there is no command to approve it.
          </Text>
        )}
      </Stack>
    </Disclosure>
  );
}
