import { ConfirmModal, Stack, Text, TextLink } from '@grafana/ui';
import React from 'react';
import { keepForAskingAgain } from '../../data/createDrafts';
import { queueWrite } from '../../data/writeQueue';
import { type Endpoint } from '../../domain/endpoint';
import { isUsable } from '../../domain/state/status';

/** A data source that reaches its store through the endpoint. */
export interface Dependent {
  uid: string;
  name: string;
  /** Where its settings are. */
  href: string;
}

interface Props {
  endpoint: Endpoint;
  workspaceId: string;
  /** Data sources that would break; undefined where that isn't known. */
  dependents: Dependent[] | undefined;
  onClose: () => void;
}

/**
 * Asks before an endpoint is deleted. Its name has to be typed where something depends on it, or may: while nobody
 * knows which data sources use it, a usable endpoint may be in use.
 */
export function DeleteEndpoint({ endpoint, workspaceId, dependents, onClose }: Props) {
  const { name } = endpoint;
  const ripples = dependents ? dependents.length > 0 : isUsable(endpoint);
  return (
    <ConfirmModal
      isOpen
      title={`Delete ${name}`}
      body={consequence(endpoint, ripples)}
      description={
        <Stack direction="column" gap={1}>
          <DependentList dependents={dependents} />
          <Text element="p">
            Its details are kept in this browser, so that you can ask for it again. The owner then has to approve it
            again, and its private IP address may be another one.
          </Text>
        </Stack>
      }
      confirmText="Delete endpoint"
      confirmationText={ripples ? name : undefined}
      onConfirm={() => {
        keepForAskingAgain(workspaceId, endpoint);
        queueWrite({ kind: 'delete', name });
        onClose();
      }}
      onDismiss={onClose}
    />
  );
}

function consequence(endpoint: Endpoint, ripples: boolean): string {
  if (ripples) {
    return `Data sources that use ${endpoint.name} stop getting through.`;
  }
  return isUsable(endpoint)
    ? `No data source is known to use ${endpoint.name}.`
    : `No data passes through ${endpoint.name}.`;
}

function DependentList({ dependents }: { dependents: Dependent[] | undefined }) {
  if (dependents?.length === 0) {
    return null;
  }
  if (!dependents) {
    return <Text element="p">Which data sources use it isn’t known here.</Text>;
  }
  return (
    <>
      <Text element="p">These data sources use it:</Text>
      <ul>
        {dependents.map(({ uid, name, href }) => (
          <li key={uid}>
            <TextLink href={href}>{name}</TextLink>
          </li>
        ))}
      </ul>
    </>
  );
}
