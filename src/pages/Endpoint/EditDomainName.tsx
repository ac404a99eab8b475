import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Field, Input, Modal, Stack, Text, useStyles2 } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import React, { type FormEvent, useId, useState } from 'react';
import { LiveWarning } from '../../components/InputNote';
import { TextLink } from '../../components/links';
import { useUses } from '../../data/dataSources';
import { queries } from '../../data/queries';
import { focusFirst } from '../../components/focus';
import { ChangeStatus } from '../../components/ChangeStatus';
import { useChange } from '../../data/useChange';
import { dialog } from '../../components/dialog';
import { useReadAfterConflict } from '../../data/useReadAfterConflict';
import { usePlace } from '../../data/workspace';
import { readAddress } from '../../domain/address/address';
import { type Change, failedTitle } from '../../domain/changes/change';
import { checkDomainName, domainNameCovers, domainNameHelp } from '../../domain/create/domainName';
import { domainNameWarning } from '../../domain/create/domainNameClash';
import { type Endpoint } from '../../domain/endpoint';

interface Props {
  endpoint: Endpoint;
  onClose: () => void;
}

/** The data sources whose URLs have the name and stop working without it. */
function NameUses({ endpoint, wanted }: { endpoint: Endpoint; wanted: string }) {
  const styles = useStyles2(getStyles);
  const { uses } = useUses(endpoint);
  const place = usePlace();
  if (!uses || !place) {
    return <Text element="p">Data sources that use the old name stop working.</Text>;
  }
  const users = uses.filter(({ match }) => match.by === 'domainName' || match.by === 'wildcard');
  const lost = users.filter(({ dataSource }) => !domainNameCovers(wanted.trim(), readAddress(dataSource)?.host ?? ''));
  if (users.length === 0) {
    return <Text element="p">No data sources use the domain name.</Text>;
  }
  if (wanted.trim().toLowerCase() === endpoint.domainName.toLowerCase()) {
    const count = users.length === 1 ? '1 data source uses' : `${users.length} data sources use`;
    return <Text element="p">{`${count} the domain name.`}</Text>;
  }
  return (
    <div role="status">
      <Text element="p">
        {lost.length > 0
          ? `${lost.length === 1 ? '1 data source uses' : 'These data sources use'} the old name and will stop working:`
          : 'All data sources that use the domain name are covered by the new one.'}
      </Text>
      <ul className={styles.list}>
        {lost.map(({ dataSource: { uid, name } }) => (
          <li key={uid}>
            <TextLink href={place.settingsHref(uid)} inline>
              {name}
            </TextLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(3), '&:empty': { display: 'none' } }),
});

/** Changes the name under which data sources reach the endpoint. An empty one takes it away. */
export function EditDomainName({ endpoint, onClose }: Props) {
  const [seen, setSeen] = useState(endpoint.domainName);
  const [text, setText] = useState(endpoint.domainName);
  const [error, setError] = useState('');
  const id = useId();
  const others = useQuery(queries.endpoints);

  const update = useChange((_, here) => here && onClose());
  const { name, createdAt } = endpoint;
  const clash = domainNameWarning(text, others.data ?? [], name);
  const changeTo = (wanted: string): Change => {
    return { kind: 'update', name, createdAt, fields: { domainName: { seen, wanted } } };
  };
  useReadAfterConflict(update.failure, name, (now) => setSeen(now.domainName));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const checked = text.trim() === '' ? undefined : checkDomainName(text);
    if (checked && !checked.ok) {
      setError([checked.problem.message, checked.problem.hint].filter(Boolean).join(' '));
      return;
    }
    const domainName = checked ? checked.value.domainName : '';
    if (domainName === seen) {
      onClose();
    } else if (!update.isPending) {
      update.send(changeTo(domainName));
    }
  };

  return (
    <Modal isOpen className={dialog} title={`Domain name of ${name}`} onDismiss={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack direction="column" gap={2}>
          <Text element="p">
            Azure rewrites the whole endpoint to change the domain name. Other settings stay the same.
          </Text>
          <div>
            <Field
              label="Domain name"
              description={`${domainNameHelp.tls} Leave it empty to use the private IP address.`}
              invalid={error !== ''}
              error={error}
              noMargin
            >
              <Input
                id={id}
                value={text}
                ref={focusFirst}
                placeholder="influx.internal.contoso.com"
                onChange={(event) => {
                  setText(event.currentTarget.value);
                  setError('');
                }}
              />
            </Field>
            <LiveWarning text={clash} />
          </div>
          <NameUses endpoint={endpoint} wanted={text} />
          <ChangeStatus waiting={update.waiting} failure={update.failure} title={failedTitle(changeTo(text))} />
          <Modal.ButtonRow>
            <Button type="button" variant="secondary" fill="outline" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" icon={update.isPending ? 'spinner' : undefined} aria-busy={update.isPending}>
              Change domain name
            </Button>
          </Modal.ButtonRow>
        </Stack>
      </form>
    </Modal>
  );
}
