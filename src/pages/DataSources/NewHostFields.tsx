import { Field, Input, RadioButtonGroup } from '@grafana/ui';
import React from 'react';
import { type EndpointHosts } from '../../domain/fillIn/endpointHosts';

interface Props {
  hosts: EndpointHosts;
  host: string;
  problem: string | undefined;
  onChange: (host: string) => void;
}

/** Which of the endpoint's hosts a new data source uses; nothing to choose where there is one. */
export function NewHostFields({ hosts, host, problem, onChange }: Props) {
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
          description={wildcard ? `Host name for this data source, below ${wildcard.slice(2)}` : undefined}
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
