import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React, { type FormEvent } from 'react';
import { draftKind } from '../../domain/create/draft';
import { DomainNameField } from './DomainNameField';
import { FilledIn } from './FilledIn';
import { type Flow } from './flow';
import { MessageField } from './MessageField';
import { NameField } from './NameField';
import { StepActions } from './StepActions';
import { TagsField } from './TagsField';

interface Props {
  flow: Flow;
  onBack: () => void;
  onNext: () => void;
}

/** How the endpoint is called, and what its owner gets to read. */
export function DetailsStep({ flow, onBack, onNext }: Props) {
  const styles = useStyles2(getStyles);
  const { draft } = flow;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onNext();
  };
  // Outside the catalogue nobody knows; a name that came with another endpoint's details is never sent unseen.
  const kind = draftKind(draft);
  const takesDomainName = kind ? kind.address === 'endpoint' : draft.domainName !== '';
  return (
    <form onSubmit={submit} noValidate aria-label="Details" className={styles.form}>
      <NameField flow={flow} />
      {takesDomainName && <DomainNameField flow={flow} />}
      <MessageField flow={flow} />
      <TagsField flow={flow} />
      <FilledIn flow={flow} />
      <StepActions nextLabel="Next: review" onBack={onBack} />
    </form>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(3), maxWidth: theme.spacing(80) }),
});
