import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, Stack, Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { LinkButton, TextLink } from '../../components/links';
import { ReadStatus } from '../../components/ReadStatus';
import { WorkspaceLine } from '../../components/WorkspaceLine';
import { GUIDE_URL } from '../../constants';
import { useWorkspace } from '../../data/workspace';
import { portalLink } from '../../domain/portal';
import { mayHaveEndpoints } from '../../domain/workspace';
import { newEndpointPath } from '../../paths';

interface Props {
  /** Milliseconds since 1970; 0 before the first answer. */
  readAt: number;
  reading: boolean;
  onReload: () => void;
  /** False where the page offers it elsewhere. */
  offersNew: boolean;
  /** The workspace's tier is not known to have no endpoints. */
  canHaveSome: boolean;
}

/** Which workspace this is, and what can be done with all of it. It has its size and place before anything is read. */
export function ListHead({ readAt, reading, onReload, offersNew, canHaveSome }: Props) {
  const { data: workspace } = useWorkspace();
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.row}>
      <div className={styles.workspace}>{workspace && <WorkspaceLine workspace={workspace} />}</div>
      <div className={styles.actions}>
        <ReadStatus readAt={readAt} reading={reading} onReload={onReload} />
        {offersNew && <NewEndpointButton isMain={canHaveSome} />}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 2), alignItems: 'flex-start' }),
  // The lines that it mostly takes.
  workspace: css({
    flex: `1 1 ${theme.spacing(40)}`,
    minHeight: theme.spacing(6),
    [theme.breakpoints.down('sm')]: { minHeight: theme.spacing(12) },
  }),
  actions: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1, 2),
    marginLeft: 'auto',
  }),
});

interface NewEndpointButtonProps {
  /** It is what most people want to do here. */
  isMain: boolean;
}

/** The way to ask for another private endpoint. */
export function NewEndpointButton({ isMain }: NewEndpointButtonProps) {
  return (
    <LinkButton icon="plus" variant={isMain ? 'primary' : 'secondary'} href={newEndpointPath()}>
      New private endpoint
    </LinkButton>
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
      <Stack direction="column" alignItems="flex-start" gap={1.5}>
        <Text element="p">
          Managed private endpoints require the Standard tier. Upgrade the workspace in the Azure portal if possible,
          then reload this page, or create a workspace in the Standard tier. You can still try to create a private
          endpoint, but Azure may reject it.
        </Text>
        <Stack direction="row" wrap="wrap" alignItems="center" gap={2}>
          {portal && <LinkButton href={portal}>Open the workspace in the Azure portal</LinkButton>}
          <TextLink href={GUIDE_URL}>Private endpoint requirements</TextLink>
        </Stack>
      </Stack>
    </Alert>
  );
}
