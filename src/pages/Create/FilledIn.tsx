import React from 'react';
import { FactList } from '../../components/FactList';
import { Panel } from '../../components/Panel';
import { type Flow } from './flow';

/** What Azure wants to know and nobody has to be asked for. */
export function FilledIn({ flow: { workspace, draft } }: { flow: Flow }) {
  return (
    <Panel title="Set automatically">
      <FactList
        facts={[
          { term: 'Location', content: `${workspace.location}, same as the workspace` },
          { term: 'Region of the resource', content: draft.targetRegion, empty: 'Determined by Azure' },
        ]}
      />
    </Panel>
  );
}
