import { Checkbox } from '@grafana/ui';
import React from 'react';
import { useController } from 'react-hook-form';
import { type FormValues } from '../../components/signIn/formValues';

/**
 * Whether admins can approve and reject requests from the app.
 * @param props.allowed the operator of Grafana allows it; undefined where the backend can't say
 */
export function ApprovalField({ allowed }: { allowed: boolean | undefined }) {
  const { field } = useController<FormValues, 'approveRequests'>({ name: 'approveRequests' });
  // What is on can be turned off, whoever allows it.
  const isLocked = allowed === false && !field.value;
  return (
    <Checkbox
      ref={field.ref}
      name={field.name}
      value={field.value}
      disabled={isLocked}
      onBlur={field.onBlur}
      onChange={(event) => field.onChange(event.currentTarget.checked)}
      label="Approve and reject requests from this app"
      description={
        allowed === false
          ? 'Not allowed by the operator of this Grafana. To allow it, they set approve_requests = true in the section [plugin.azure-privateendpoints-app] of Grafana’s configuration.'
          : 'For requests whose connection is confirmed. The identity needs a permission on each target resource, so this is for teams that own both sides.'
      }
    />
  );
}
