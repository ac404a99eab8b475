import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { type KindLabel } from '../domain/catalogue/catalogue';
import { portalLink } from '../domain/portal';
import { type Workspace } from '../domain/workspace';
import { TextLink } from './links';

interface Props {
  targetId: string;
  name: string;
  kind: KindLabel;
  subResources?: string[];
  workspace: Workspace | undefined;
}

/** The resource that an endpoint leads to: its name, its kind and sub-resource, and the way to it in the portal. */
export function TargetName({ targetId, name, kind, subResources = [], workspace }: Props) {
  const styles = useStyles2(getStyles);
  const portal = workspace ? portalLink(workspace, targetId) : '';
  return (
    <div className={styles.block}>
      <span className={styles.name} title={targetId}>
        {portal ? (
          <TextLink href={portal} inline color="primary" aria-label={`Open ${name} in the Azure portal`}>
            {name}
          </TextLink>
        ) : (
          name || 'No target'
        )}
      </span>
      <span className={styles.kind}>{kind.title}</span>
      {subResources.length > 0 && <span className={styles.kind}>Sub-resource: {subResources.join(', ')}</span>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  block: css({ display: 'flex', flexDirection: 'column', minWidth: 0 }),
  name: css({ overflowWrap: 'anywhere' }),
  kind: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
