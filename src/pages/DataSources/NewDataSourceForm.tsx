import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Field, Input, RadioButtonGroup, Stack, Text, useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { Choice } from '../../components/Choice';
import { FailureAlert } from '../../components/FailureAlert';
import { InputNote } from '../../components/InputNote';
import { resolverFor } from '../../components/resolverFor';
import { segments } from '../../components/segments';
import { useCreateDataSource, type Written } from '../../data/dataSources';
import { useKeptPort } from '../../data/keptPorts';
import { dataSourceName } from '../../domain/catalogue/dataSourceTypes';
import { type Endpoint } from '../../domain/endpoint';
import { type Failure } from '../../domain/failure';
import { type EndpointHosts } from '../../domain/fillIn/endpointHosts';
import { choosesScheme } from '../../domain/fillIn/newDataSource';
import { draftAddress, draftProblems, freshDraft, type NewDraft, usualPort } from './newDataSourceDraft';

interface Props {
  endpoint: Endpoint;
  types: readonly string[];
  hosts: EndpointHosts;
  /** Names that are in use. */
  taken: readonly string[];
  onCreated: (created: Written) => void;
}

const schemes: Array<{ value: 'http' | 'https'; label: string }> = [
  { value: 'https', label: 'TLS (https)' },
  { value: 'http', label: 'None (http)' },
];

/** Type, name and port; the address is filled in, credentials stay with Grafana's own page. */
export function NewDataSourceForm({ endpoint, types, hosts, taken, onCreated }: Props) {
  const styles = useStyles2(getStyles);
  const create = useCreateDataSource();
  const knownPort = useKeptPort(endpoint.name);
  const { register, watch, setValue, reset, handleSubmit, formState } = useForm<NewDraft>({
    defaultValues: freshDraft(endpoint, hosts, types[0] ?? '', endpoint.name, knownPort),
    resolver: resolverFor((values) => draftProblems(values, endpoint, hosts, taken)),
  });
  const { errors, isSubmitted } = formState;
  const draft = watch();
  // What was wrong is looked at again with each change, once it was told.
  const set = (field: 'host' | 'port' | 'scheme', value: string) =>
    setValue(field, value, { shouldValidate: isSubmitted });
  const options = useMemo(() => types.map((type) => ({ value: type, label: dataSourceName(type) })), [types]);
  const setScheme = (scheme: NewDraft['scheme']) => {
    // A port that nobody typed follows the scheme.
    if (draft.port === usualPort(endpoint, draft.type, draft.scheme)) {
      set('port', usualPort(endpoint, draft.type, scheme));
    }
    set('scheme', scheme);
  };
  const byIp = draft.host !== '' && draft.host === hosts.ip;
  const address = draftAddress(draft);
  const submit = handleSubmit((values) => {
    if (!create.isPending) {
      create.mutate({ ...values, endpoint }, { onSuccess: onCreated });
    }
  });

  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="New data source" className={styles.form}>
      <Field label="Type" noMargin>
        <Choice
          id="new-type"
          options={options}
          value={draft.type}
          onChange={(type) =>
            reset(
              { ...freshDraft(endpoint, hosts, type, draft.name, knownPort), host: draft.host },
              { keepIsSubmitted: true }
            )
          }
        />
      </Field>
      <Field label="Name" invalid={Boolean(errors.name)} error={errors.name?.message} noMargin>
        <Input id="new-name" {...register('name')} />
      </Field>
      <NewHostFields
        hosts={hosts}
        host={draft.host}
        problem={errors.host?.message}
        onChange={(host) => set('host', host)}
      />
      {choosesScheme(draft.type) && hosts.source === 'endpoint' && (
        <Field label="Encryption" noMargin>
          <RadioButtonGroup
            className={segments}
            id="new-scheme"
            value={draft.scheme}
            onChange={setScheme}
            options={schemes}
          />
        </Field>
      )}
      {byIp && draft.scheme === 'https' && choosesScheme(draft.type) && (
        <InputNote tone="warning">
          Certificates are issued for names, so TLS will probably fail with an IP address.
        </InputNote>
      )}
      <Field
        label="Port"
        description="Optional. Leave empty to use the default port."
        invalid={Boolean(errors.port)}
        error={errors.port?.message}
        noMargin
      >
        <Input
          id="new-port"
          width={16}
          inputMode="numeric"
          value={draft.port}
          onChange={(event) => set('port', event.currentTarget.value.trim())}
        />
      </Field>
      <div role="status">
        <Text color="secondary">Address </Text>
        {address ? <Text variant="code">{address}</Text> : <Text color="secondary">Enter a host</Text>}
      </div>
      <SubmitRow failure={create.error?.failure} busy={create.isPending} />
    </form>
  );
}

function SubmitRow({ failure, busy }: { failure: Failure | undefined; busy: boolean }) {
  return (
    <>
      {failure && <FailureAlert title="The data source wasn’t created" failure={failure} />}
      <Stack direction="row" alignItems="center" wrap="wrap" gap={2}>
        <Button type="submit" icon={busy ? 'spinner' : 'plus'} aria-busy={busy}>
          {busy ? 'Creating…' : 'Create data source'}
        </Button>
        <Text color="secondary" variant="bodySmall">
          Add credentials in the data source settings next.
        </Text>
      </Stack>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), maxWidth: theme.spacing(75) }),
});

interface NewHostFieldsProps {
  hosts: EndpointHosts;
  host: string;
  problem: string | undefined;
  onChange: (host: string) => void;
}

/** Which of the endpoint's hosts a new data source uses; nothing to choose where there is one. */
function NewHostFields({ hosts, host, problem, onChange }: NewHostFieldsProps) {
  const { names, wildcard, ip } = hosts;
  const byIp = host !== '' && host === ip;
  const named = names.length > 0 || wildcard !== '';
  const options: Array<{ value: 'name' | 'ip'; label: string }> = [
    { value: 'name', label: wildcard ? 'Host name' : 'Domain name' },
    { value: 'ip', label: 'Private IP' },
  ];
  // A service whose name is known to Azure alone: the admin brings it.
  const unknown = !named && ip === '';
  return (
    <>
      {named && ip !== '' && (
        <Field label="Connect by" description={wildcard ? undefined : `${names[0] ?? ''} or ${ip}`} noMargin>
          <RadioButtonGroup
            className={segments}
            id="new-reached-by"
            value={byIp ? 'ip' : 'name'}
            onChange={(what) => onChange(what === 'ip' ? ip : (names[0] ?? ''))}
            options={options}
          />
        </Field>
      )}
      {((wildcard !== '' && !byIp) || unknown) && (
        <Field
          label="Host"
          description={
            wildcard
              ? `Host name for this data source, below ${wildcard.slice(2)}`
              : 'The host name couldn’t be loaded from the resource. Copy it from the Azure portal'
          }
          invalid={Boolean(problem)}
          error={problem}
          noMargin
        >
          <Input id="new-host" value={host} onChange={(event) => onChange(event.currentTarget.value.trim())} />
        </Field>
      )}
    </>
  );
}
