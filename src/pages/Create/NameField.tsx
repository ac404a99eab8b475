import { Button, Field, Input, Stack, Text } from '@grafana/ui';
import React from 'react';
import { LiveWarning } from '../../components/InputNote';
import { endpointNameLength } from '../../domain/create/endpointName';
import { suggestionFor } from './changeDraft';
import { type Flow, useDraftField } from './flow';

/** The endpoint's name, with its length as it is typed and a suggestion that is legal and free. */
export function NameField({ flow }: { flow: Flow }) {
  const { field, error, warning } = useDraftField('name', flow);
  const suggestion = suggestionFor(flow.draft, flow.existing);
  const { length } = field.value;
  return (
    <Stack direction="column" gap={1}>
      <div>
        <Field
          label="Name"
          required
          description="Use letters, digits and hyphens, and start with a letter. You can’t change it later."
          invalid={Boolean(error)}
          error={error}
          noMargin
        >
          <Input
            {...field}
            id="create-name"
            autoComplete="off"
            spellCheck={false}
            suffix={
              <Text color={length > endpointNameLength.max ? 'warning' : 'secondary'} variant="bodySmall">
                <span
                  aria-label={`${length} of ${endpointNameLength.max} characters`}
                >{`${length}/${endpointNameLength.max}`}</span>
              </Text>
            }
          />
        </Field>
        <LiveWarning text={warning} />
      </div>
      {suggestion && suggestion !== field.value && (
        <div>
          <Button type="button" variant="secondary" fill="outline" size="sm" onClick={() => field.onChange(suggestion)}>
            Use {suggestion}
          </Button>
        </div>
      )}
    </Stack>
  );
}
