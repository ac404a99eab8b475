import { Stack, Text } from '@grafana/ui';
import React from 'react';
import { portalLink } from '../domain/portal';
import { type Workspace } from '../domain/workspace';
import { TextLink } from './links';

/** Which workspace the page is about, in one line. */
export function WorkspaceLine({ workspace }: { workspace: Workspace }) {
  const { name, tier, location, grafanaVersion, resourceGroup } = workspace;
  const portal = portalLink(workspace, workspace.id);
  const facts = [
    tier && `${tier} tier`,
    location,
    grafanaVersion && `Grafana ${grafanaVersion}`,
    resourceGroup && `resource group ${resourceGroup}`,
  ].filter(Boolean);
  return (
    <Stack direction="row" wrap="wrap" alignItems="baseline" columnGap={1} rowGap={0.5}>
      <Text color="secondary">Workspace</Text>
      <Text weight="medium">{name}</Text>
      <Text color="secondary">{facts.join(' · ')}</Text>
      {portal && (
        <TextLink href={portal} inline>
          Open in Azure portal
        </TextLink>
      )}
    </Stack>
  );
}
