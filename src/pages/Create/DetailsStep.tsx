import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Stack, Text, useStyles2 } from '@grafana/ui';
import React, { type FormEvent, useImperativeHandle, useRef } from 'react';
import { FactList } from '../../components/FactList';
import { Panel } from '../../components/Panel';
import { focusWrongTag, TagRows } from '../../components/TagRows';
import { draftKind } from '../../domain/create/draft';
import { checkTags } from '../../domain/create/tags';
import { DomainNameField } from './DomainNameField';
import { type Flow, useDraftField } from './flow';
import { MessageField } from './MessageField';
import { NameField } from './NameField';
import { StepActions } from './StepActions';

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
      <StepActions flow={flow} nextLabel="Next: review" onBack={onBack} />
    </form>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(3), maxWidth: theme.spacing(80) }),
});

/** What Azure wants to know and nobody has to be asked for. */
function FilledIn({ flow: { workspace, draft } }: { flow: Flow }) {
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

/** The endpoint's tags, one a row. */
function TagsField({ flow }: { flow: Flow }) {
  const { field, error } = useDraftField('tags', flow);
  const group = useRef<HTMLFieldSetElement>(null);
  useImperativeHandle(field.ref, () => ({ focus: () => focusWrongTag(group.current) }), []);
  const styles = useStyles2(getTagsFieldStyles);
  return (
    <fieldset ref={group} className={styles.group}>
      <legend className={styles.legend}>Tags</legend>
      <Stack direction="column" gap={1}>
        <Text color="secondary" variant="bodySmall">
          Optional. You can change tags later.
        </Text>
        <TagRows
          tags={field.value}
          problems={checkTags(field.value)}
          tell={error !== undefined}
          onChange={field.onChange}
        />
      </Stack>
    </fieldset>
  );
}

const getTagsFieldStyles = (theme: GrafanaTheme2) => ({
  group: css({ border: 0, margin: 0, padding: 0, minWidth: 0 }),
  legend: css({
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    marginBottom: theme.spacing(0.5),
  }),
});
