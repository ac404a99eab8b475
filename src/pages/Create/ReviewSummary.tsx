import { Button } from '@grafana/ui';
import React from 'react';
import { FactList } from '../../components/FactList';
import { Panel } from '../../components/Panel';
import { TargetName } from '../../components/TargetName';
import { kindLabel } from '../../domain/catalogue/catalogue';
import { type CreateRequest } from '../../domain/create/createRequest';
import { type WizardStepId } from '../../domain/create/wizardSteps';
import { nameOfTarget } from '../../domain/list/row';
import { type Workspace } from '../../domain/workspace';

interface Props {
  workspace: Workspace;
  name: string;
  request: CreateRequest;
  onOpen: (step: WizardStepId) => void;
}

/** What will be created, as it will be sent. */
export function ReviewSummary({ workspace, name, request, onOpen }: Props) {
  const edit = (step: WizardStepId, what: string) => (
    <Button type="button" variant="secondary" fill="text" size="sm" icon="pen" onClick={() => onOpen(step)}>
      Change {what}
    </Button>
  );
  const tags = Object.entries(request.tags);
  return (
    <>
      <Panel title="Target" actions={edit('target', 'target')}>
        <FactList
          facts={[
            {
              term: 'Resource',
              content: (
                <TargetName
                  targetId={request.targetId}
                  name={nameOfTarget(request.targetId)}
                  kind={kindLabel(request.targetId, request.subResources)}
                  workspace={workspace}
                />
              ),
            },
            { term: 'Resource ID', content: request.targetId },
            { term: 'Sub-resource', content: request.subResources.join(', ') },
            { term: 'Region', content: request.targetRegion, empty: 'Determined by Azure' },
          ]}
        />
      </Panel>
      <Panel title="Endpoint" actions={edit('details', 'details')}>
        <FactList
          facts={[
            { term: 'Name', content: name },
            { term: 'Workspace', content: `${workspace.name}, ${workspace.location}` },
            ...(request.domainName ? [{ term: 'Domain name', content: request.domainName }] : []),
            { term: 'Request message', content: request.requestMessage },
            { term: 'Tags', content: tags.map(([key, value]) => `${key}: ${value}`).join(', ') },
          ]}
        />
      </Panel>
    </>
  );
}
