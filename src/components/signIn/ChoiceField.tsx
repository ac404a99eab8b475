import { Field } from '@grafana/ui';
import React from 'react';
import { useController } from 'react-hook-form';
import { Choice } from '../../components/Choice';
import { type FormValues } from './formValues';

interface Props<T extends string> {
  name: 'azureCloud' | 'place' | 'automaticRefresh';
  label: string;
  description?: string;
  error?: string;
  options: Array<{ value: T; label: string; description?: string }>;
}

/** A setting to choose from a list. */
export function ChoiceField<T extends string>({ name, label, description, error, options }: Props<T>) {
  const { field } = useController<FormValues, typeof name>({ name });
  return (
    <Field label={label} description={description} htmlFor={name} invalid={Boolean(error)} error={error} noMargin>
      <Choice
        id={name}
        options={options}
        value={(field.value as T) || null}
        placeholder="Not known to this version"
        onChange={field.onChange}
      />
    </Field>
  );
}
