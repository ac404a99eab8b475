import { Alert, Button, Stack, Text } from '@grafana/ui';
import React from 'react';
import { CodeBlock } from '../../components/CodeBlock';
import { CopyValue } from '../../components/CopyValue';
import { FieldChange } from '../../components/FieldChange';
import { InputNote } from '../../components/InputNote';
import { LinkButton } from '../../components/links';
import { type ReadState } from '../../data/dataSources';
import { type DataSource } from '../../domain/address/dataSource';
import { readAddress } from '../../domain/address/address';
import { redactAddress } from '../../domain/address/redact';
import { showHidden } from '../../domain/outsideText';
import { addressKind } from '../../domain/catalogue/dataSourceTypes';
import { isJsonObject } from '../../domain/json';
import { credentialsNote, type FillProposal, stopsNote } from '../../domain/fillIn/proposeFill';
import { provisioningYaml } from '../../domain/fillIn/provisioningYaml';
import { checkPath } from '../../paths';
import { type FillChoice, type FillPlan } from './fillPlan';

interface Props {
  plan: FillPlan;
  read: NonNullable<ReadState['read']>;
  choice: FillChoice;
  /** Names of the endpoints that it uses now, and no longer then. */
  stopsUsing: readonly string[];
  onChange: (part: Partial<FillChoice>) => void;
}

/** Before and after of the one field, with everything to know before it is written. */
export function FillChangeView({ plan: { proposal }, read, choice, stopsUsing, onChange }: Props) {
  if (proposal.kind !== 'change') {
    // The field for the host says it already.
    const said = proposal.kind === 'ask' && (choice.host !== '' || proposal.pattern !== '');
    const offer = proposal.kind === 'ask' ? proposal.offer : '';
    return said ? null : (
      <Stack direction="column" alignItems="flex-start" gap={1}>
        <Text element="p">{proposal.message}</Text>
        {proposal.kind === 'keep' && (
          <LinkButton size="sm" variant="secondary" icon="heart-rate" href={checkPath(read.dataSource.uid)}>
            Test connection
          </LinkButton>
        )}
        {offer && (
          <Button size="sm" variant="secondary" onClick={() => onChange({ host: offer })}>
            Use {offer}
          </Button>
        )}
      </Stack>
    );
  }
  const { field, before, after, hostBefore, host, warnings, problem } = proposal;
  const shape = addressKind(read.dataSource.type)?.shape;
  return (
    <>
      <FieldChange
        field={field}
        before={showHidden(redactAddress(before, shape))}
        after={showHidden(redactAddress(after, shape))}
        hostBefore={hostBefore}
        host={host}
      />
      {stopsUsing.length > 0 && hostBefore !== host && <InputNote tone="warning">{stopsNote(stopsUsing)}</InputNote>}
      {warnings.map((warning) => (
        <InputNote key={warning} tone="warning">
          {warning}
        </InputNote>
      ))}
      {problem && (
        <Alert severity="error" title="The connection would fail with this address">
          {problem}
        </Alert>
      )}
      {hasCredentials(read.dataSource) && hostBefore !== host && proposal.mode === 'write' && (
        <InputNote tone="info">{credentialsNote(hostBefore, host)}</InputNote>
      )}
      <Instead proposal={proposal} read={read} />
    </>
  );
}

type Change = Extract<FillProposal, { kind: 'change' }>;

/** Where it can't be written from here: why, and what to take elsewhere. */
function Instead({ proposal, read }: { proposal: Change; read: NonNullable<ReadState['read']> }) {
  const { mode, blocked, field, after, host } = proposal;
  const numbers = read.unsafeNumbers.map(({ key, text }) => (key ? `${key}: ${text}` : text)).join(', ');
  return (
    <>
      {blocked && <Text element="p">{blocked}</Text>}
      {numbers && (
        <Text element="p" color="secondary" variant="bodySmall">
          {numbers}
        </Text>
      )}
      {mode === 'provisioned' && (
        <CodeBlock
          code={provisioningYaml(read.dataSource, field, after, addressKind(read.dataSource.type)?.shape)}
          label="provisioning lines"
        />
      )}
      {mode === 'paste' && (
        <Text element="p">
          This plugin can’t write the address of this data source type. Copy this host into its settings:{' '}
          <CopyValue value={host} what="host" />
        </Text>
      )}
      {mode === 'write' && (numbers !== '' || !read.mayWrite) && (
        <Text element="p">
          {!read.mayWrite && 'You don’t have permission to change this data source (datasources:write). '}
          New host: <CopyValue value={host} what="host" />
        </Text>
      )}
    </>
  );
}

function hasCredentials(dataSource: DataSource): boolean {
  const { secureJsonFields, basicAuth, user } = dataSource;
  const stored = isJsonObject(secureJsonFields) && Object.values(secureJsonFields).includes(true);
  const inAddress = readAddress(dataSource)?.parts.user;
  return stored || basicAuth === true || (typeof user === 'string' && user !== '') || Boolean(inAddress);
}
