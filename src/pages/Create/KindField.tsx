import React from 'react';
import { ChoiceCards } from '../../components/ChoiceCards';
import { catalogue } from '../../domain/catalogue/catalogue';
import { dataSourceNames } from '../../domain/catalogue/dataSourceNames';
import { type KindKey } from '../../domain/catalogue/targetKind';
import { withKind } from './changeDraft';
import { type Flow } from './flow';

const choices: Array<{ value: KindKey | 'other'; title: string; description: string }> = [
  ...catalogue.map(({ key, title, dataSourceTypes }) => ({
    value: key,
    title,
    description: `For ${dataSourceNames(dataSourceTypes, 6)}`,
  })),
  { value: 'other', title: 'Another resource', description: 'By resource ID; Azure decides whether it works' },
];

/** What kind of resource, with the data source types that each serves. */
export function KindField({ flow: { draft, change, errorOf } }: { flow: Flow }) {
  return (
    <div data-field="kind">
      <ChoiceCards
        label="What do you want to connect to?"
        layout="grid"
        choices={choices}
        value={draft.kind}
        error={errorOf('kind')}
        onChange={(kind) => change((before) => withKind(before, kind))}
      />
    </div>
  );
}
