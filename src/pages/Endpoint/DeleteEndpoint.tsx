import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Field, Input, Modal, Stack, Text, useStyles2 } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React, { type FormEvent, useId, useState } from 'react';
import { ChangeStatus } from '../../components/ChangeStatus';
import { focusFirst } from '../../components/focus';
import { TextLink } from '../../components/links';
import { wrapAnywhere } from '../../components/wrapAnywhere';
import { keepForAskingAgain } from '../../data/createDrafts';
import { useChange } from '../../data/useChange';
import { queries } from '../../data/queries';
import { useKnownPlace, useWorkspaceId } from '../../data/workspace';
import { type Change, failedTitle } from '../../domain/changes/change';
import { describeDependents } from '../../domain/dependents';
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
  const [typed, setTyped] = useState('');
  const [error, setError] = useState('');
  const id = useId();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ripples && typed.trim().toLowerCase() !== name.toLowerCase()) {
      setError(`Type ${name} to delete it`);
      document.getElementById(id)?.focus();
      return;
    }
    if (!deletion.isPending) {
      deletion.send(change);
    }
  };

  return (
    <Modal isOpen className={wrapAnywhere} title={`Delete ${name}`} onDismiss={onCancel}>
      <form onSubmit={submit} noValidate>
        <Stack direction="column" gap={2}>
          <Consequence endpoint={endpoint} dependents={dependents} />
          <Text element="p" color="secondary">
            {thenRequestAgain
              ? 'When it’s deleted, the new request opens with its details.'
              : 'Its details are kept in this browser, so you can request it again.'}{' '}
            The resource owner must then approve it again, and its private IP may change.
          </Text>
          {ripples && (
            <Field label={`Type ${name} to confirm`} invalid={error !== ''} error={error} noMargin>
              <Input
                id={id}
                ref={focusFirst}
                value={typed}
                autoComplete="off"
                onChange={(event) => {
                  setTyped(event.currentTarget.value);
                  setError('');
                }}
              />
            </Field>
          )}
          <ChangeStatus waiting={deletion.waiting} failure={deletion.failure} title={failedTitle(change)} />
        </Stack>
        <Modal.ButtonRow>
          <Button
            type="button"
            variant="secondary"
            fill="outline"
            ref={ripples ? undefined : focusFirst}
            onClick={onCancel}
          >
            Cancel
          </Button>
          <Button
            type="submit"
            variant="destructive"
            icon={deletion.isPending ? 'spinner' : undefined}
            aria-busy={deletion.isPending}
          >
            {thenRequestAgain ? 'Delete and request again' : 'Delete endpoint'}
          </Button>
        </Modal.ButtonRow>
      </form>
    </Modal>
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
  return (
    <div>
      <Text element="p">{`${dependents.length === 1 ? '1 data source' : 'These data sources'} ${verb} stop working:`}</Text>
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

/** Dashboards and alert rules that use them; asked only here, since it takes many calls. */
function DependentsOf({ sources }: { sources: readonly Dependent[] }) {
  const { place } = useKnownPlace();
  const { data, isPending } = useQuery(queries.dependents(place, sources));
  return (
    <Text element="p">
      {isPending
        ? 'Checking dashboards and alert rules…'
        : describeDependents(data ?? { dashboards: null, alertRules: null })}
    </Text>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(3) }),
});
