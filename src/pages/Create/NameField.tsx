import { Button, Field, Input, Stack, Text } from '@grafana/ui';
import React from 'react';
import { afterPress } from '../../components/focus';
import { LiveWarning } from '../../components/InputNote';
import { endpointNameLength } from '../../domain/create/endpointName';
import { suggestionFor } from './changeDraft';
import { type Flow } from './flow';

/** The endpoint's name, with its length as it is typed and a suggestion that is legal and free. */
export function NameField({ flow }: { flow: Flow }) {
  const { draft, existing, change, errorOf, warningOf, touch } = flow;
  const error = errorOf('name');
  const warning = warningOf('name');
  const suggestion = suggestionFor(draft, existing);
  const setName = (name: string) => change((before) => ({ ...before, name }));
  const count = `${draft.name.length}/${endpointNameLength.max}`;
  return (
    <div data-field="name">
      <Stack direction="column" gap={1}>
        <div>
          <Field
            label="Name"
            required
            description="Use letters, digits and hyphens, and start with a letter. You can’t change the name later"
            invalid={Boolean(error)}
            error={error}
            noMargin
          >
            <Input
              id="create-name"
              autoComplete="off"
              spellCheck={false}
              value={draft.name}
              onChange={({ currentTarget: { value } }) => setName(value)}
              onBlur={() => afterPress(() => touch('name'))}
              suffix={
                <Text color={draft.name.length > endpointNameLength.max ? 'warning' : 'secondary'} variant="bodySmall">
                  <span aria-label={`${draft.name.length} of ${endpointNameLength.max} characters`}>{count}</span>
                </Text>
              }
            />
          </Field>
          <LiveWarning text={warning} />
        </div>
        {suggestion && suggestion !== draft.name && (
          <div>
            <Button type="button" variant="secondary" fill="outline" size="sm" onClick={() => setName(suggestion)}>
              Use {suggestion}
            </Button>
          </div>
        )}
      </Stack>
    </div>
  );
}
