import { Checkbox, FieldSet } from '@grafana/ui';
import React from 'react';
import { useFormContext } from 'react-hook-form';
import { nameSecrets } from '../../domain/settings/replacedSecrets';
import { type StoredSettings } from '../../domain/settings/settings';
import { type FormValues, unusedSecrets } from './formValues';

/** Tells which stored secrets nothing uses, and offers to remove them. */
export function UnusedSecrets({ stored }: { stored: StoredSettings }) {
  const { register, watch } = useFormContext<FormValues>();
  const [authType, certificateFormat, place] = watch(['authType', 'certificateFormat', 'place']);
  const unused = unusedSecrets({ authType, certificateFormat, place }, stored);
  if (unused.length === 0) {
    return null;
  }
  return (
    <FieldSet>
      <Checkbox
        {...register('removeUnused')}
        label={`Remove unused secrets: ${nameSecrets(unused)}`}
        description="Stored in Grafana, but not used by these settings. Grafana keeps a secret until it’s replaced or removed, even if a provisioning file no longer contains it."
      />
    </FieldSet>
  );
}
