import { Button, FieldSet, Stack, Text } from '@grafana/ui';
import React from 'react';
import { useFormContext } from 'react-hook-form';
import { type PlaceSetting } from '../../domain/place';
import { type StoredSettings } from '../../domain/settings/settings';
import { ChoiceField } from '../../components/signIn/ChoiceField';
import { type FormValues, tokenIsOfAnother } from '../../components/signIn/formValues';
import { SecretField } from '../../components/signIn/SecretField';

const places: Array<{ value: PlaceSetting; label: string; description: string }> = [
  {
    value: 'auto',
    label: 'Detect automatically',
    description: 'Compares the URL of the workspace with this Grafana’s',
  },
  { value: 'local', label: 'This Grafana', description: 'It belongs to the workspace' },
  { value: 'remote', label: 'The workspace’s Grafana', description: 'This Grafana is separate from the workspace' },
];

/** Where the data sources live, and how to sign in there. */
export function PlaceFields({ stored }: { stored: StoredSettings }) {
  const { watch } = useFormContext<FormValues>();
  return (
    <FieldSet label="Data sources">
      <Stack direction="column" gap={2}>
        <ChoiceField
          name="place"
          label="Location"
          description="The Grafana whose data sources are listed, updated and tested"
          options={places}
        />
        {watch('place') !== 'local' && <TokenField stored={stored} />}
      </Stack>
    </FieldSet>
  );
}

/** The token of a service account in the workspace's Grafana; without one the identity above signs in there too. */
function TokenField({ stored }: { stored: StoredSettings }) {
  const { setValue, watch } = useFormContext<FormValues>();
  const tokenStored = stored.secretsSet.grafanaToken === true;
  const ofAnother = tokenIsOfAnother({ workspaceId: watch('workspaceId') }, stored);
  const removing = watch('removeGrafanaToken') || ofAnother;
  const remove = (on: boolean) => setValue('removeGrafanaToken', on, { shouldDirty: true });
  return (
    <>
      <SecretField
        name="grafanaToken"
        label="Service account token of the workspace’s Grafana"
        description="Optional. Without a token, the identity above is used and needs the Grafana Admin role on the workspace. A token needs the Admin role."
        stored={tokenStored && !removing}
      />
      {tokenStored && (
        <Stack direction="row" alignItems="center" wrap="wrap" gap={1}>
          {!ofAnother && (
            <Button
              type="button"
              size="sm"
              variant="secondary"
              fill="outline"
              icon={removing ? 'history' : 'trash-alt'}
              onClick={() => remove(!removing)}
            >
              {removing ? 'Keep the stored token' : 'Remove the stored token'}
            </Button>
          )}
          {removing && (
            <Text color="secondary">
              {ofAnother && 'The stored token belongs to another workspace. '}It will be removed when you save.
            </Text>
          )}
        </Stack>
      )}
    </>
  );
}
