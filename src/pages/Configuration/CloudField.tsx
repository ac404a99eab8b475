import { Combobox, Field } from '@grafana/ui';
import React, { useMemo } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { type CloudOffer } from '../../domain/settings/setup';
import { type FormValues } from './formValues';

/** Which Azure cloud; only where this Grafana knows several. */
export function CloudField({ clouds }: { clouds: CloudOffer[] }) {
  const { control, watch } = useFormContext<FormValues>();
  const chosen = clouds.find(({ name }) => name === watch('azureCloud'));
  // Combobox takes new options for a change and starts over: it needs the same array at each render.
  const options = useMemo(
    () => clouds.map(({ name, displayName }) => ({ value: name, label: displayName || name })),
    [clouds]
  );
  return (
    <Field
      label="Azure cloud"
      htmlFor="azure-cloud"
      description={chosen && chosen.supported !== 'no' ? chosen.reason : undefined}
      invalid={chosen?.supported === 'no'}
      error={chosen?.reason}
      noMargin
    >
      <Controller
        control={control}
        name="azureCloud"
        render={({ field }) => (
          <Combobox
            id="azure-cloud"
            options={options}
            value={field.value || null}
            onChange={({ value }) => field.onChange(value)}
          />
        )}
      />
    </Field>
  );
}
