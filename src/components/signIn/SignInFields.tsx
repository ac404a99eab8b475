import { Field, FieldSet, Input, RadioButtonGroup, Stack } from '@grafana/ui';
import React, { type ReactNode, useMemo } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { segments } from '../segments';
import { type AuthType, clientIdLabel, signInMethod, signInMethods } from '../../domain/settings/settings';
import { type CloudOffer, type SignInMethodOffer, type SignInOptions } from '../../domain/settings/setup';
import { splitPem } from '../../domain/settings/splitPem';
import { ChoiceField } from './ChoiceField';
import { type FormValues } from './formValues';
import { MethodPicker } from './MethodPicker';
import { SecretField } from './SecretField';

interface Props {
  options: SignInOptions | undefined;
  secretsSet: Partial<Record<string, boolean>>;
  /** Above the fields; '' where something else names them. */
  label: string;
  /** What stands between the method and its fields. */
  below?: ReactNode;
}

/** How the backend signs in to Azure. */
export function SignInFields({ options, secretsSet, label, below }: Props) {
  const { control, register, setValue, watch, formState } = useFormContext<FormValues>();
  const { errors } = formState;
  const authType = watch('authType');
  const method = authType && signInMethod(authType);
  const choose = (next: AuthType) => {
    setValue('authType', next, { shouldDirty: true });
    // The ids of an app registration mean nothing to an identity of the host.
    if (usesAppRegistration(next) !== usesAppRegistration(authType)) {
      setValue('tenantId', '', { shouldDirty: true });
      setValue('clientId', '', { shouldDirty: true });
    }
  };

  return (
    <FieldSet label={label || undefined}>
      <Stack direction="column" gap={2}>
        <Controller
          control={control}
          name="authType"
          render={({ field }) => (
            <MethodPicker value={field.value} onChange={choose} offers={options?.methods ?? allMethods} />
          )}
        />
        {below}
        {options && options.clouds.length > 1 && <CloudField clouds={options.clouds} />}
        {method && method.tenantId !== 'none' && (
          <Field
            label="Directory (tenant) ID"
            required={method.tenantId === 'required'}
            description={
              method.tenantId === 'optional' ? 'Leave empty to use the value from Grafana’s configuration' : undefined
            }
            invalid={Boolean(errors.tenantId)}
            error={errors.tenantId?.message}
            noMargin
          >
            <Input id="tenant-id" autoComplete="off" spellCheck={false} {...register('tenantId')} />
          </Field>
        )}
        {method && (
          <Field
            label={clientIdLabel(authType)}
            required={method.clientId === 'required'}
            description={clientIdHelp(authType)}
            invalid={Boolean(errors.clientId)}
            error={errors.clientId?.message}
            noMargin
          >
            <Input id="client-id" autoComplete="off" spellCheck={false} {...register('clientId')} />
          </Field>
        )}
        {authType === 'clientsecret' && (
          <SecretField
            name="azureClientSecret"
            label="Client secret"
            description="The secret's value, not the secret ID"
            stored={Boolean(secretsSet.azureClientSecret)}
            required
          />
        )}
        {authType === 'clientcertificate' && <CertificateFields secretsSet={secretsSet} />}
      </Stack>
    </FieldSet>
  );
}

/** The certificate of an app registration, as PEM with its key or as PFX with its password. */
function CertificateFields({ secretsSet }: Pick<Props, 'secretsSet'>) {
  const { control, setValue, watch, formState } = useFormContext<FormValues>();
  const isPem = watch('certificateFormat') === 'pem';
  const keepCertificate = (text: string) => {
    const { certificate, privateKey } = splitPem(text);
    if (privateKey) {
      setValue('privateKey', privateKey, { shouldDirty: true, shouldValidate: formState.isSubmitted });
    }
    return certificate;
  };
  return (
    <>
      <Field label="Certificate format" htmlFor="certificate-format" noMargin>
        <Controller
          control={control}
          name="certificateFormat"
          render={({ field }) => (
            <RadioButtonGroup
              className={segments}
              id="certificate-format"
              options={[
                { label: 'PEM', value: 'pem' as const },
                { label: 'PFX', value: 'pfx' as const },
              ]}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
      </Field>
      <SecretField
        name="clientCertificate"
        label="Certificate"
        description={
          isPem
            ? 'The text of the PEM file. If it has the private key too, the key is moved to its own field.'
            : 'The PFX file, base64 encoded'
        }
        keep={isPem ? keepCertificate : undefined}
        stored={Boolean(secretsSet.clientCertificate)}
        multiline
        required
      />
      {isPem ? (
        <SecretField
          name="privateKey"
          label="Private key"
          description="Text that begins with -----BEGIN PRIVATE KEY-----"
          stored={Boolean(secretsSet.privateKey)}
          multiline
          required
        />
      ) : (
        <SecretField
          name="certificatePassword"
          label="Certificate password"
          description="The password of the PFX file"
          stored={Boolean(secretsSet.certificatePassword)}
          required
        />
      )}
    </>
  );
}

// Where the backend can't say what is enabled, nothing is hidden: the check says what doesn't work.
const allMethods: SignInMethodOffer[] = signInMethods.map(({ authType }) => ({
  authType,
  enabled: true,
  reason: '',
  howTo: '',
}));

function usesAppRegistration(authType: AuthType | ''): boolean {
  return authType === 'clientsecret' || authType === 'clientcertificate';
}

function clientIdHelp(authType: AuthType | ''): string | undefined {
  switch (authType) {
    case 'msi':
      return 'Leave empty to use the system-assigned identity';
    case 'workloadidentity':
      return 'Leave empty to use the value from Grafana’s configuration';
    default:
      return undefined;
  }
}

/** Which Azure cloud; only where this Grafana knows several. */
function CloudField({ clouds }: { clouds: CloudOffer[] }) {
  const { watch } = useFormContext<FormValues>();
  const chosen = clouds.find(({ name }) => name === watch('azureCloud'));
  const options = useMemo(
    () => clouds.map(({ name, displayName }) => ({ value: name, label: displayName || name })),
    [clouds]
  );
  const refused = chosen?.supported === 'no';
  return (
    <ChoiceField
      name="azureCloud"
      label="Azure cloud"
      description={refused ? undefined : chosen?.reason}
      error={refused ? chosen.reason : undefined}
      options={options}
    />
  );
}
