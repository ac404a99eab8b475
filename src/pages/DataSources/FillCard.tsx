import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Field, IconButton, Input, LoadingPlaceholder, RadioButtonGroup, Text, useStyles2 } from '@grafana/ui';
import React, { useId } from 'react';
import { FailureAlert } from '../../components/FailureAlert';
import { TextLink } from '../../components/links';
import { segments } from '../../components/segments';
import { type ReadState } from '../../data/dataSources';
import { type FillProgress } from '../../data/useFillIn';
import { useKnownPlace } from '../../data/workspace';
import { type Endpoint } from '../../domain/endpoint';
import { type Failure } from '../../domain/failure';
import { ConfirmInstead } from './ConfirmInstead';
import { FillChangeView } from './FillChangeView';
import { hostInQuestion } from '../../domain/fillIn/hostInQuestion';
import { FillOutcome } from './FillOutcome';
import { type FillChoice, type FillPlan, isPort } from './fillPlan';

interface Props {
  endpoint: Endpoint;
  uid: string;
  name: string;
  read: ReadState['read'];
  readFailure: Failure | undefined;
  plan: FillPlan | undefined;
  choice: FillChoice;
  /** Names of the endpoints that it uses now, and no longer then. */
  stopsUsing: readonly string[];
  progress: FillProgress | undefined;
  onChange: (part: Partial<FillChoice>) => void;
  onRemove: () => void;
  onUndone: () => void;
}

/** One chosen data source: what would change, then how it went. */
export function FillCard(props: Props) {
  const { uid, name, read, readFailure, plan, choice, progress } = props;
  const { settingsHref } = useKnownPlace();
  const styles = useStyles2(getStyles);
  const busy = progress?.state === 'waiting' || progress?.state === 'writing';
  const written = progress?.state === 'written';
  return (
    <section className={styles.card} aria-label={name} tabIndex={-1}>
      <div className={styles.head}>
        <Text element="h3" variant="h6">
          {name}
        </Text>
        <TextLink href={settingsHref(uid)} inline variant="bodySmall">
          Open data source settings
        </TextLink>
        {!busy && !written && (
          <IconButton name="times" tooltip={`Remove ${name}`} onClick={props.onRemove} className={styles.remove} />
        )}
      </div>
      {readFailure && <FailureAlert title={`Couldn’t load ${name}`} failure={readFailure} />}
      {!read && !readFailure && <LoadingPlaceholder text="Loading…" />}
      {!written && plan && read && (
        <>
          <HostChoice plan={plan} choice={choice} name={name} onChange={props.onChange} />
          <FillChangeView
            plan={plan}
            read={read}
            choice={choice}
            stopsUsing={props.stopsUsing}
            onChange={props.onChange}
          />
          <ConfirmInstead
            endpoint={props.endpoint}
            host={hostInQuestion(plan.proposal, read.dataSource, props.stopsUsing)}
          />
        </>
      )}
      {progress && (
        <FillOutcome progress={progress} uid={uid} name={name} type={read?.dataSource.type} onUndone={props.onUndone} />
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    minWidth: 0,
    padding: theme.spacing(1.5, 0),
    '& + &': { borderTop: `1px solid ${theme.colors.border.weak}` },
  }),
  head: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 2) }),
  remove: css({ marginLeft: 'auto' }),
});

interface HostChoiceProps {
  plan: FillPlan;
  choice: FillChoice;
  /** Name of the data source. */
  name: string;
  onChange: (part: Partial<FillChoice>) => void;
}

/** Which of the endpoint's hosts: its name or its IP; below a wildcard the admin names it. */
function HostChoice({ plan, choice, name, onChange }: HostChoiceProps) {
  const id = useId();
  const { hosts, proposal } = plan;
  const { names, wildcard, ip } = hosts;
  const byIp = ip !== '' && choice.host === ip;
  const named = names.length > 0 || wildcard !== '';
  const asks = proposal.kind === 'ask' && choice.host !== '';
  return (
    <>
      {named && ip !== '' && (
        <div>
          <RadioButtonGroup
            className={segments}
            aria-label={`Host for ${name}`}
            size="sm"
            value={byIp ? 'ip' : 'name'}
            onChange={(what) => onChange({ host: what === 'ip' ? ip : '' })}
            options={[
              { value: 'name', label: wildcard ? 'Host name' : 'Domain name' },
              { value: 'ip', label: 'Private IP' },
            ]}
          />
        </div>
      )}
      {wildcard !== '' && !byIp && (
        <Field
          label="Host"
          description={`Host name for this data source, below ${wildcard.slice(2)}`}
          invalid={asks}
          error={asks && proposal.kind === 'ask' ? proposal.message : undefined}
          noMargin
        >
          <Input
            id={id}
            value={choice.host}
            placeholder={`influx.${wildcard.slice(2)}`}
            onChange={(event) => onChange({ host: event.currentTarget.value })}
          />
        </Field>
      )}
      <SchemeAndPort plan={plan} choice={choice} name={name} onChange={onChange} />
    </>
  );
}

/** Scheme and port, where the target doesn't settle them. */
function SchemeAndPort({ plan: { proposal, choices }, choice, name, onChange }: HostChoiceProps) {
  const id = useId();
  return (
    <>
      {choices.scheme && proposal.kind === 'change' && (
        <div>
          <RadioButtonGroup<'http' | 'https'>
            className={segments}
            aria-label={`Scheme for ${name}`}
            size="sm"
            value={proposal.change.scheme}
            onChange={(scheme) => onChange({ scheme })}
            options={[
              { value: 'https', label: 'https' },
              { value: 'http', label: 'http' },
            ]}
          />
        </div>
      )}
      {choices.port && (
        <Field
          label="Port"
          description="Leave empty to keep the port as it is"
          invalid={!isPort(choice.port)}
          error="Enter a port from 1 to 65535"
          noMargin
        >
          <Input
            id={id}
            width={16}
            inputMode="numeric"
            value={choice.port ?? ''}
            onChange={(event) => onChange({ port: event.currentTarget.value.trim() })}
          />
        </Field>
      )}
    </>
  );
}
