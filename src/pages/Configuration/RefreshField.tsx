import React from 'react';
import { type AutomaticRefresh } from '../../domain/following';
import { ChoiceField } from '../../components/signIn/ChoiceField';

const choices: Array<{ value: AutomaticRefresh; label: string; description: string }> = [
  { value: 'off', label: 'Never', description: 'Refresh manually' },
  {
    value: 'decided',
    label: 'After approval',
    description: 'When the resource owner approves, rejects or disconnects',
  },
  {
    value: 'pending',
    label: 'After approval and while pending',
    description: 'Also every 15 minutes for up to 14 days while a request is pending and its target can’t be read',
  },
];

/** When the workspace is refreshed without a click. */
export function RefreshField() {
  return (
    <ChoiceField
      name="automaticRefresh"
      label="Refresh automatically"
      description="A refresh applies approvals and rejections to the managed network"
      options={choices}
    />
  );
}
