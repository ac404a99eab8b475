import { ClipboardButton, Stack, Text } from '@grafana/ui';
import React, { useState } from 'react';
import { CodeTabs } from '../../components/CodeTabs';
import { Panel } from '../../components/Panel';
import { type CreateRequest, exportInputOf } from '../../domain/create/createRequest';
import { exportAs, type ExportFormat, exportFormats } from '../../domain/exports/exports';
import { nameOfTarget } from '../../domain/target';
import { rightByKey } from '../../domain/permissions';
import { type Workspace } from '../../domain/workspace';

interface Props {
  workspace: Workspace;
  name: string;
  request: CreateRequest;
  /** The identity may not create: handing the code over is the main thing to do. */
  isTheWay: boolean;
}

/** The same request as code, in four languages, for a pipeline or for someone who has the right. */
export function CodeExport({ workspace, name, request, isTheWay }: Props) {
  const [format, setFormat] = useState<ExportFormat>('azCli');
  const written = exportAs(format, exportInputOf(name, request, workspace));
  const language = exportFormats.find(({ key }) => key === format)?.title ?? '';
  if (!written.ok) {
    return null;
  }
  const code = written.value;
  return (
    <Panel
      title="Deploy with code"
      actions={
        <ClipboardButton
          icon="envelope"
          variant={isTheWay ? 'primary' : 'secondary'}
          size="sm"
          getText={() => codeMessage({ workspace, name, request, language, code })}
        >
          Copy as a message
        </ClipboardButton>
      }
    >
      <Stack direction="column" gap={1}>
        <Text color="secondary">
          Use it in a pipeline, or send it to someone who has permission to create the endpoint.
        </Text>
        <CodeTabs formats={exportFormats} active={format} onChange={setFormat} code={code} />
      </Stack>
    </Panel>
  );
}

export interface CodeMessage {
  workspace: Workspace;
  name: string;
  request: CreateRequest;
  /** Title of the language, for example "Azure CLI". */
  language: string;
  code: string;
}

/** A message for someone who has the right to create, with the code that does it. */
export function codeMessage({ workspace, name, request, language, code }: CodeMessage): string {
  const { role } = rightByKey('create');
  return [
    'Hello,',
    '',
    `Azure Managed Grafana "${workspace.name}" needs the private endpoint "${name}" to ${nameOfTarget(request.targetId)}. I don’t have permission to create it. The role "${role}" on ${workspace.id} has this permission.`,
    '',
    `To create it (${language}):`,
    '',
    code.trim(),
    '',
    'The resource owner must then approve the request, and the workspace must be refreshed.',
  ].join('\n');
}
