import { Button, Field, Stack, Text, TextArea } from '@grafana/ui';
import React, { useState } from 'react';
import { newRequestCode } from '../../data/createDrafts';
import { LiveWarning } from '../../components/InputNote';
import { findRequestCode } from '../../domain/create/requestCode';
import { replaceRequestCode, requestMessageLength } from '../../domain/create/requestMessage';
import { type Flow, useDraftField } from './flow';

/** What the owner gets to read, with the code by which the request is recognised. */
export function MessageField({ flow }: { flow: Flow }) {
  const { field, error, warning } = useDraftField('requestMessage', flow);
  const message = field.value;
  const code = findRequestCode(message);
  // The code that was there stays the code: a request that was sent already is recognised by it.
  const [firstCode] = useState(() => code || newRequestCode());
  return (
    <Stack direction="column" gap={1}>
      <Field
        label="Request message"
        description={
          code
            ? `The resource owner sees this message. Keep the code ${code} so the request can be identified.`
            : 'The resource owner sees this message'
        }
        invalid={Boolean(error)}
        error={error}
        noMargin
      >
        <TextArea
          {...field}
          id="create-message"
          rows={3}
          // One line is all that Azure takes.
          onChange={({ currentTarget: { value } }) => field.onChange(value.replace(/\s*\n\s*/g, ' '))}
        />
      </Field>
      <div>
        <Text color={message.length > requestMessageLength ? 'warning' : 'secondary'} variant="bodySmall">
          {message.length}/{requestMessageLength} characters
        </Text>
        <LiveWarning text={warning} />
      </div>
      {!code && (
        <div>
          <Button
            type="button"
            variant="secondary"
            fill="outline"
            size="sm"
            onClick={() => field.onChange(replaceRequestCode(message.trim(), firstCode))}
          >
            Add request code
          </Button>
        </div>
      )}
    </Stack>
  );
}
