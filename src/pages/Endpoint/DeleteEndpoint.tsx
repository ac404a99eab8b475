import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import React from 'react';
import { ChangeStatus } from '../../components/ChangeStatus';
import { DeleteModal } from '../../components/DeleteModal';
import { TextLink } from '../../components/links';
import { keepForAskingAgain } from '../../data/createDrafts';
import { useDependentsText } from '../../data/dataSources';
import { useChange } from '../../data/useChange';
import { useWorkspaceId } from '../../data/workspace';
import { type Change, failedTitle } from '../../domain/changes/change';
import { type Endpoint } from '../../domain/endpoint';
import { isEndpointReady } from '../../domain/state/status';

/** A data source that reaches its store through the endpoint. */
export interface Dependent {
  uid: string;
  name: string;
  /** Where its settings are. */
  href: string;
  /** False where it may reach another store. */
  certain: boolean;
}

interface Props {
  endpoint: Endpoint;
  /** Data sources that would break; undefined where that isn't known. */
  dependents: Dependent[] | undefined;
  /** True where the page goes on to a new request with its details, once it is deleted. */
  thenRequestAgain: boolean;
  onCancel: () => void;
  /** Azure took it. */
  onDelete: () => void;
}

/**
 * Asks before an endpoint is deleted. Its name has to be typed where something depends on it, or may: while nobody
 * knows which data sources use it, a ready endpoint may be in use.
 */
export function DeleteEndpoint({ endpoint, dependents, thenRequestAgain, onCancel, onDelete }: Props) {
  const workspaceId = useWorkspaceId();
  const { name, createdAt } = endpoint;
  const change: Change = { kind: 'delete', name, createdAt };
  const deletion = useChange((_, here) => {
    keepForAskingAgain(workspaceId, endpoint);
    if (here) {
      onDelete();
    }
  });
  const ripples = dependents ? dependents.length > 0 : isEndpointReady(endpoint);

  return (
    <DeleteModal
      title={`Delete ${name}`}
      confirmation={ripples ? name : ''}
      correction={`Type ${name} to delete it`}
      action={thenRequestAgain ? 'Delete and request again' : 'Delete endpoint'}
      isBusy={deletion.isPending}
      dismissal="Cancel"
      onDismiss={onCancel}
      onDelete={() => deletion.send(change)}
    >
      <Consequence endpoint={endpoint} dependents={dependents} />
      <Text element="p" color="secondary">
        {thenRequestAgain
          ? 'When it’s deleted, the new request opens with its details.'
          : 'Its details are kept in this browser, so you can request it again.'}{' '}
        The resource owner must then approve it again, and its private IP may change.
      </Text>
      <ChangeStatus waiting={deletion.waiting} failure={deletion.failure} title={failedTitle(change)} />
    </DeleteModal>
  );
}

/** What breaks, as far as it is known. */
function Consequence({ endpoint, dependents }: Pick<Props, 'endpoint' | 'dependents'>) {
  const styles = useStyles2(getStyles);
  const { name } = endpoint;
  if (!isEndpointReady(endpoint) && !dependents?.length) {
    return <Text element="p">{`No traffic uses ${name}.`}</Text>;
  }
  if (!dependents) {
    return <Text element="p">{`Data sources that use ${name} will stop working. It isn’t known which ones.`}</Text>;
  }
  if (dependents.length === 0) {
    return <Text element="p">{`No data sources use ${name}.`}</Text>;
  }
  const verb = dependents.some(({ certain }) => certain) ? 'will' : 'may';
  const isOne = dependents.length === 1;
  // What doesn't work doesn't stop working.
  const lead = isEndpointReady(endpoint)
    ? `${isOne ? '1 data source' : 'These data sources'} ${verb} stop working:`
    : `${isOne ? '1 data source depends' : 'These data sources depend'} on it:`;
  return (
    <div>
      <Text element="p">{lead}</Text>
      <ul className={styles.list}>
        {dependents.map(({ uid, name: one, href, certain }) => (
          <li key={uid}>
            <TextLink href={href}>{one}</TextLink>
            {!certain && verb === 'will' && <Text color="secondary"> (not certain)</Text>}
          </li>
        ))}
      </ul>
      <DependentsOf sources={dependents} />
    </div>
  );
}

function DependentsOf({ sources }: { sources: readonly Dependent[] }) {
  return <Text element="p">{useDependentsText(sources)}</Text>;
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(3) }),
});
