import { type Problems } from '../../domain/checked';
import { secretNames } from '../../domain/settings/replacedSecrets';
import { clientIdLabel, signInMethod } from '../../domain/settings/settings';
import { readWorkspaceId } from '../../domain/settings/workspaceId';
import { secretsOf, type FormValues } from '../../components/signIn/formValues';

type FormProblems = Problems<keyof FormValues>;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DOMAIN = /^([a-z0-9-]+\.)+[a-z]{2,}$/i;

/** What is wrong with the form, by field. The workspace may be left for later: the list to choose from needs a sign-in. */
export function formProblems(values: FormValues, secretsSet: Partial<Record<string, boolean>>): FormProblems {
  return { ...idProblems(values), ...secretProblems(values, secretsSet), ...workspaceProblem(values.workspaceId) };
}

function idProblems({ authType, tenantId, clientId }: FormValues): FormProblems {
  if (!authType) {
    return {};
  }
  const method = signInMethod(authType);
  const problems: FormProblems = {};
  const tenant = tenantId.trim();
  const client = clientId.trim();
  if (method.tenantId === 'required' && !tenant) {
    problems.tenantId = { message: 'Enter the directory (tenant) ID' };
  } else if (method.tenantId !== 'none' && tenant && !GUID.test(tenant) && !DOMAIN.test(tenant)) {
    problems.tenantId = { message: 'Directory (tenant) ID must be a GUID or a domain such as contoso.com' };
  }
  if (method.clientId === 'required' && !client) {
    problems.clientId = { message: 'Enter the application (client) ID' };
  } else if (client && !GUID.test(client)) {
    problems.clientId = { message: `${clientIdLabel(authType)} must be a GUID` };
  }
  return problems;
}

function secretProblems(values: FormValues, secretsSet: Partial<Record<string, boolean>>): FormProblems {
  const problems: FormProblems = {};
  for (const key of secretsOf(values)) {
    if (!values[key] && !secretsSet[key]) {
      problems[key] = { message: `Enter the ${secretNames[key]}` };
    }
  }
  if (
    values.clientCertificate &&
    values.certificateFormat === 'pem' &&
    !values.clientCertificate.includes('-----BEGIN')
  ) {
    problems.clientCertificate = { message: 'The certificate must contain -----BEGIN CERTIFICATE-----' };
  }
  if (values.privateKey && !/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(values.privateKey)) {
    problems.privateKey = { message: 'The private key must contain -----BEGIN PRIVATE KEY-----' };
  }
  return problems;
}

function workspaceProblem(workspaceId: string): FormProblems {
  if (workspaceId.trim() === '') {
    return {};
  }
  const read = readWorkspaceId(workspaceId);
  return read.ok ? {} : { workspaceId: read.problem };
}
