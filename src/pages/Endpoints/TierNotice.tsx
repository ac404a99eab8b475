import { Alert, Stack, Text } from '@grafana/ui';
import React from 'react';
import { LinkButton, TextLink } from '../../components/links';
import { GUIDE_URL } from '../../constants';
import { useWorkspace } from '../../data/workspace';
import { portalLink } from '../../domain/portal';
import { mayHaveEndpoints } from '../../domain/workspace';

/** Says early what Azure would say late, private endpoints need the Standard tier, and leads to what helps. */
export function TierNotice() {
  const { data: workspace } = useWorkspace();
  if (!workspace || mayHaveEndpoints(workspace)) {
    return null;
  }
  const portal = portalLink(workspace, workspace.id);
  return (
    <Alert severity="warning" title={`${workspace.name} is in the ${workspace.tier} tier`}>
      <Stack direction="column" alignItems="flex-start" gap={1.5}>
        <Text element="p">
          Managed private endpoints require the Standard tier. Upgrade the workspace in the Azure portal if possible,
          then reload this page, or create a workspace in the Standard tier. You can still try to create one; Azure may
          reject it.
        </Text>
        <Stack direction="row" wrap="wrap" alignItems="center" gap={2}>
          {portal && <LinkButton href={portal}>Open the workspace in the Azure portal</LinkButton>}
          <TextLink href={GUIDE_URL}>Private endpoint requirements</TextLink>
        </Stack>
      </Stack>
    </Alert>
  );
}
