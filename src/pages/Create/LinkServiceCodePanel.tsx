import { Text } from '@grafana/ui';
import React, { useState } from 'react';
import { CodeTabs } from '../../components/CodeTabs';
import { CopyValue } from '../../components/CopyValue';
import { FactList } from '../../components/FactList';
import { LongCode } from '../../components/LongCode';
import { Panel } from '../../components/Panel';
import { linkServiceCode } from '../../domain/linkService/linkServiceCode';
import { expectedId, type LinkServiceDraft } from '../../domain/linkService/linkServiceDraft';

/** The code that makes the private link service, once the fields are complete, and the ID it will have. */
export function LinkServiceCodePanel({ draft }: { draft: LinkServiceDraft }) {
  const [chosen, setChosen] = useState('');
  const files = linkServiceCode(draft);
  const open = files.find(({ key }) => key === chosen) ?? files[0];
  return (
    <Panel title="Deploy with code">
      {open ? (
        <>
          {files.length > 1 ? (
            <CodeTabs
              formats={files}
              active={open.key}
              onChange={setChosen}
              code={open.code}
              fileName={open.fileName}
            />
          ) : (
            <LongCode code={open.code} label={open.title} fileName={open.fileName} />
          )}
          <FactList
            facts={[
              {
                term: 'Resource ID, once deployed',
                content: <CopyValue value={expectedId(draft)} what="resource ID" />,
              },
            ]}
          />
        </>
      ) : (
        <Text color="secondary">
          {draft.place === 'aks'
            ? 'Complete the fields to get the manifest of the Service.'
            : 'Complete the fields to get the code for Azure CLI, Bicep and Terraform.'}
        </Text>
      )}
    </Panel>
  );
}
