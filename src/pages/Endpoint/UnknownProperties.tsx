import React from 'react';
import { CodeBlock } from '../../components/CodeBlock';
import { Panel } from '../../components/Panel';
import { type JsonObject } from '../../domain/json';

/** What Azure says of the endpoint that this plugin has no name for, as it is: nothing is hidden. */
export function UnknownProperties({ extra }: { extra: JsonObject }) {
  if (Object.keys(extra).length === 0) {
    return null;
  }
  return (
    <Panel title="Other properties">
      <CodeBlock code={JSON.stringify(extra, null, 2)} label="unknown properties" />
    </Panel>
  );
}
