import { Alert, Text } from '@grafana/ui';
import React from 'react';
import { nameSecrets, type SignInSecret } from '../../domain/settings/replacedSecrets';

/** After a save that overwrote secrets, and a sign-in that fails: what is gone, and how to get on. */
export function ReplacedSecretAlert({ replaced }: { replaced: readonly SignInSecret[] }) {
  const names = nameSecrets(replaced);
  const [are, them] = replaced.length > 1 ? ['are', 'them'] : ['is', 'it'];
  return (
    <Alert severity="error" title={`Authentication fails, and the previous ${names} ${are} gone`}>
      <Text element="p">
        Grafana stores only the last saved value. If you still have the previous {names}, enter {them} again and save.{' '}
        {replaced.includes('azureClientSecret') ? newSecret : newCertificate}
      </Text>
      <Text element="p">
        Until then, this plugin can’t connect to Azure. Existing private endpoints and data sources keep working.
      </Text>
    </Alert>
  );
}

const where = 'in Microsoft Entra ID, under App registrations, your app, Certificates & secrets';
const newSecret = `Otherwise create a new client secret ${where}, and enter its value.`;
const newCertificate = `Otherwise upload the certificate ${where} that matches the stored key.`;
