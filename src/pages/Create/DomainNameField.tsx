import { Field, Input, Stack } from '@grafana/ui';
import React, { useState } from 'react';
import { afterPress } from '../../components/focus';
import { Disclosure } from '../../components/Disclosure';
import { InputNote, LiveWarning } from '../../components/InputNote';
import { checkDomainName, domainNameHelp } from '../../domain/create/domainName';
import { type Flow } from './flow';

/** The name under which a private link service is reached. A pasted URL is taken apart, and what was taken off is told. */
export function DomainNameField({ flow }: { flow: Flow }) {
  const { draft, change, errorOf, warningOf, touch } = flow;
  const [removed, setRemoved] = useState<string[]>([]);
  const error = errorOf('domainName');
  const warning = warningOf('domainName');
  const leave = () => {
    touch('domainName');
    const read = checkDomainName(draft.domainName);
    if (read.ok && read.value.domainName !== draft.domainName) {
      const { domainName } = read.value;
      setRemoved(read.value.removed);
      change((before) => ({ ...before, domainName }));
    }
  };
  const type = (domainName: string) => {
    setRemoved([]);
    change((before) => ({ ...before, domainName }));
  };
  return (
    <div data-field="domainName">
      <Stack direction="column" gap={1}>
        <div>
          <Field label="Domain name" description={domainNameHelp.what} invalid={Boolean(error)} error={error} noMargin>
            <Input
              id="create-domain-name"
              autoComplete="off"
              spellCheck={false}
              placeholder="influx.internal.contoso.com"
              value={draft.domainName}
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
    </div>
  );
}
