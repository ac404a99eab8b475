import { Alert, EmptyState, Stack, Text } from '@grafana/ui';
import React from 'react';
import { alertBody } from '../../components/alertBody';
import { LinkButton, TextLink } from '../../components/links';
import { GUIDE_URL } from '../../constants';
import { useWorkspace } from '../../data/workspace';
import { portalLink } from '../../domain/portal';
import { mayHaveEndpoints } from '../../domain/workspace';
import { newEndpointPath } from '../../paths';

interface Props {
  /** It is what most people want to do here: the workspace's tier is not known to have no endpoints. */
  isMain: boolean;
}

/** The way to ask for another private endpoint. */
export function NewEndpointButton({ isMain }: Props) {
  return (
    <LinkButton icon="plus" variant={isMain ? 'primary' : 'secondary'} href={newEndpointPath()}>
      New private endpoint
    </LinkButton>
  );
}

/** What private endpoints are good for, where there is none yet. */
export function NoEndpoints({ canHaveSome }: { canHaveSome: boolean }) {
  return (
    <EmptyState
      variant="call-to-action"
      message="This workspace has no private endpoints yet"
      button={<NewEndpointButton isMain={canHaveSome} />}
    >
      A managed private endpoint connects data sources of this workspace to one Azure resource over a private link. The
      resource owner approves the request. The endpoint is free. Private Link charges may apply to the resource.{' '}
      <TextLink href={GUIDE_URL}>Learn about private connections</TextLink>
    </EmptyState>
  );
}

/** Says early what Azure would say late, private endpoints need the Standard tier, and leads to what helps. */
export function TierNotice() {
  const { data: workspace } = useWorkspace();
  if (!workspace || mayHaveEndpoints(workspace)) {
    return null;
  }
  const portal = portalLink(workspace, workspace.id);
  return (
    <Alert severity="warning" title={`${workspace.name} is in the ${workspace.tier} tier`}>
      <div className={alertBody}>
        <Stack direction="column" alignItems="flex-start" gap={1.5}>
          <Text element="p">
            Managed private endpoints require the Standard tier. Upgrade the workspace in the Azure portal if possible,
            then reload this page, or create a workspace in the Standard tier. You can still try to create a private
            endpoint, but Azure may reject it.
          </Text>
          <Stack direction="row" wrap="wrap" alignItems="center" gap={2}>
            {portal && <LinkButton href={portal}>Upgrade in Azure portal</LinkButton>}
            <TextLink href={GUIDE_URL}>Private endpoint requirements</TextLink>
          </Stack>
        </Stack>
      </div>
    </Alert>
  );
}
