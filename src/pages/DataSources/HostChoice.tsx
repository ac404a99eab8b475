import { Field, Input, RadioButtonGroup } from '@grafana/ui';
import React, { useId } from 'react';
import { type FillChoice, type FillPlan } from './fillPlan';

interface Props {
  plan: FillPlan;
  choice: FillChoice;
  /** Name of the data source. */
  name: string;
  onChange: (part: Partial<FillChoice>) => void;
}

/** Which of the endpoint's hosts: its name or its IP; below a wildcard the admin names it. */
export function HostChoice({ plan: { hosts, proposal }, choice, name, onChange }: Props) {
  const id = useId();
  const { names, wildcard, ip } = hosts;
  const byIp = ip !== '' && choice.host === ip;
  const named = names.length > 0 || wildcard !== '';
  const asks = proposal.kind === 'ask' && choice.host !== '';
  return (
    <>
      {named && ip !== '' && (
        <div>
          <RadioButtonGroup
            aria-label={`Host for ${name}`}
            size="sm"
            value={byIp ? 'ip' : 'name'}
            onChange={(what) => onChange({ host: what === 'ip' ? ip : '', insists: false })}
            options={[
              { value: 'name', label: wildcard ? 'Host name' : 'Domain name' },
              { value: 'ip', label: 'Private IP' },
            ]}
          />
        </div>
      )}
      {wildcard !== '' && !byIp && (
        <Field
          label="Host"
          description={`Host name for this data source, below ${wildcard.slice(2)}`}
          invalid={asks}
          error={asks && proposal.kind === 'ask' ? proposal.message : undefined}
          noMargin
        >
          <Input
            id={id}
            value={choice.host}
            placeholder={`influx.${wildcard.slice(2)}`}
            onChange={(event) => onChange({ host: event.currentTarget.value, insists: false })}
          />
        </Field>
      )}
    </>
  );
}
