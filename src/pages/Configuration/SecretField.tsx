import { Field, SecretInput, SecretTextArea } from '@grafana/ui';
import React, { useEffect, useState } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { type SecretKey } from '../../domain/settings/settings';
import { type FormValues } from './formValues';

interface Props {
  name: keyof FormValues & SecretKey;
  label: string;
  description: string;
  /** A value is stored; it is never shown, only replaced. */
  stored: boolean;
  multiline?: boolean;
  required?: boolean;
}

/** A write-only value: shows that it is set, and takes a new one. */
export function SecretField({ name, label, description, stored, multiline, required }: Props) {
  const { control, formState } = useFormContext<FormValues>();
  const [replacing, setReplacing] = useState(false);
  const error = formState.errors[name];
  const { submitCount } = formState;
  // A submit without a new value keeps the stored one, and says so.
  useEffect(() => setReplacing(false), [submitCount]);
  return (
    <Field
      label={label}
      htmlFor={`secret-${name}`}
      description={description}
      required={required}
      invalid={Boolean(error)}
      error={error?.message}
      noMargin
    >
      <Controller
        control={control}
        name={name}
        render={({ field: { value, onChange, onBlur } }) => {
          const configured = stored && !replacing && value === '';
          const props = {
            id: `secret-${name}`,
            autoComplete: 'off',
            value: String(value),
            onChange: (event: React.FormEvent<HTMLInputElement | HTMLTextAreaElement>) =>
              onChange(event.currentTarget.value),
            onBlur,
          };
          // No `name` attribute: a form that were ever submitted natively must not put it into the address bar.
          const Control = multiline ? SecretTextArea : SecretInput;
          return <Control {...props} isConfigured={configured} onReset={() => setReplacing(true)} />;
        }}
      />
    </Field>
  );
}
