import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Field, SecretInput, SecretTextArea, useStyles2 } from '@grafana/ui';
import React, { createContext, useContext, useEffect, useState } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { LiveWarning } from '../InputNote';
import { type SignInSecret } from '../../domain/settings/replacedSecrets';
import { type FormValues } from './formValues';

interface Props {
  name: SignInSecret | 'grafanaToken';
  label: string;
  description: string;
  /** A value is stored; it is never shown, only replaced. */
  stored: boolean;
  multiline?: boolean;
  required?: boolean;
  /** What is kept of a text that was typed or pasted. */
  keep?: (text: string) => string;
}

const replaces = 'Saving replaces the stored value permanently. Keep a copy of the old value until the new one works.';

/** A write-only value: shows that it is set, and takes a new one. */
export function SecretField({ name, label, description, stored, multiline, required, keep }: Props) {
  const { control, formState } = useFormContext<FormValues>();
  const [replacing, setReplacing] = useState(false);
  const styles = useStyles2(getStyles);
  const error = formState.errors[name];
  const submits = useContext(Submits);
  // A submit without a new value keeps the stored one, and says so.
  useEffect(() => setReplacing(false), [submits]);
  // The button that was pressed is gone.
  useEffect(() => {
    if (replacing) {
      document.getElementById(`secret-${name}`)?.focus();
    }
  }, [replacing, name]);
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
        render={({ field: { value, onChange, onBlur, ref } }) => {
          const configured = stored && !replacing && value === '';
          const props = {
            id: `secret-${name}`,
            autoComplete: 'off',
            value: String(value),
            onChange: (event: React.FormEvent<HTMLInputElement | HTMLTextAreaElement>) =>
              onChange(keep ? keep(event.currentTarget.value) : event.currentTarget.value),
            onBlur,
            invalid: Boolean(error),
          };
          // No `name` attribute: a form that were ever submitted natively must not put it into the address bar.
          const secret = { ...props, isConfigured: configured, onReset: () => setReplacing(true) };
          return (
            // A wrong one is led to when the form is submitted.
            <div ref={(element) => ref(element && { focus: () => focusInput(element) })} className={styles.field}>
              {multiline ? (
                <SecretTextArea {...secret} grow rows={4} spellCheck={false} className={styles.code} />
              ) : (
                <SecretInput {...secret} />
              )}
              {stored && <LiveWarning text={configured ? undefined : replaces} />}
            </div>
          );
        }}
      />
    </Field>
  );
}

function focusInput(field: HTMLElement) {
  field.querySelector<HTMLElement>('input, textarea')?.focus();
}

const getStyles = (theme: GrafanaTheme2) => ({
  field: css({ width: '100%' }),
  // A line of a PEM file has 64 characters.
  code: css({ fontFamily: theme.typography.fontFamilyMonospace, fontSize: theme.typography.bodySmall.fontSize }),
});

/** How often the form was submitted. React Hook Form counts it too, but doesn't render again for it. */
export const Submits = createContext(0);
