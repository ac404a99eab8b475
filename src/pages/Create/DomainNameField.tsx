import { Field, Input, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import { Disclosure } from '../../components/Disclosure';
import { afterPress } from '../../components/focus';
import { InputNote, LiveWarning } from '../../components/InputNote';
import { checkDomainName, domainNameHelp } from '../../domain/create/domainName';
import { type Flow, useDraftField } from './flow';

/** The name under which a private link service is reached. A pasted URL is taken apart, and what was taken off is told. */
export function DomainNameField({ flow }: { flow: Flow }) {
  const { field, error, warning } = useDraftField('domainName', flow);
  const [removed, setRemoved] = useState<string[]>([]);
  const leave = () => {
    field.onBlur();
    const read = checkDomainName(field.value);
    if (read.ok && read.value.domainName !== field.value) {
      setRemoved(read.value.removed);
      field.onChange(read.value.domainName);
    }
  };
  const type = (domainName: string) => {
    setRemoved([]);
    field.onChange(domainName);
  };
  return (
    <Stack direction="column" gap={1}>
      <div>
        <Field label="Domain name" description={domainNameHelp.what} invalid={Boolean(error)} error={error} noMargin>
          <Input
            {...field}
            id="create-domain-name"
            autoComplete="off"
            spellCheck={false}
            placeholder="influx.internal.contoso.com"
            onChange={({ currentTarget: { value } }) => type(value)}
            onBlur={() => afterPress(leave)}
          />
        </Field>
        <LiveWarning text={warning} />
      </div>
      {removed.length > 0 && (
        <span role="status">
          <InputNote tone="info">
            {`Removed: ${removed.join(' and ')}. Enter scheme, port and path in the data source.`}
          </InputNote>
        </span>
      )}
      <Disclosure label="When do I need one?">
        <Stack direction="column" gap={1}>
          <span>{domainNameHelp.tls}</span>
          <span>{domainNameHelp.wildcard}</span>
        </Stack>
      </Disclosure>
    </Stack>
  );
}
