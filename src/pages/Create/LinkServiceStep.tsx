import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Stack, useStyles2 } from '@grafana/ui';
import React, { type FormEvent } from 'react';
import { useFormContext } from 'react-hook-form';
import { ChoiceCards } from '../../components/ChoiceCards';
import { type HostingPlace } from '../../domain/catalogue/linkServices';
import { stops } from '../../domain/checked';
import { type CreateDraft } from '../../domain/create/draft';
import { checkLinkService, type LinkServiceField } from '../../domain/linkService/checkLinkService';
import { withLinkService } from './changeDraft';
import { type Flow } from './flow';
import { HostingFacts } from './HostingFacts';
import { besideFields } from './layout';
import { LinkServiceCodePanel } from './LinkServiceCodePanel';
import { LinkServiceFields } from './LinkServiceFields';
import { useLinkServiceField } from './useLinkServiceField';
import { VendorFields } from './VendorFields';

interface Props {
  flow: Flow;
  /** Goes back to the target. */
  onDone: () => void;
}

const places: Array<{ value: HostingPlace; title: string; description: string }> = [
  { value: 'aks', title: 'AKS', description: 'A Service in a Kubernetes cluster' },
  { value: 'loadBalancer', title: 'VM or scale set', description: 'Behind an Azure load balancer' },
  { value: 'vnet', title: 'Elsewhere in a virtual network', description: 'For example a single VM' },
  { value: 'vendor', title: 'A vendor’s cloud', description: 'ClickHouse Cloud, Elastic Cloud, Confluent, Snowflake' },
];

/** For who has no private link service yet: what it takes, and the code that makes one. What is entered goes on into the endpoint. */
export function LinkServiceStep({ flow, onDone }: Props) {
  const styles = useStyles2(getStyles);
  const form = useFormContext<CreateDraft>();
  const { draft, existing, change } = flow;
  const { linkService } = draft;
  const problems = checkLinkService(linkService);
  const place = useLinkServiceField('place', problems);
  const go = (event: FormEvent) => {
    event.preventDefault();
    const wrong = (Object.keys(problems) as LinkServiceField[]).filter((field) => stops(problems[field]));
    if (wrong.length === 0) {
      change((before) => withLinkService(before, existing));
      onDone();
      return;
    }
    wrong.forEach((field) => {
      const name = `linkService.${field}` as const;
      form.setValue(name, form.getValues(name), { shouldTouch: true });
    });
    form.setFocus(`linkService.${wrong[0] ?? 'place'}`);
  };
  return (
    <form onSubmit={go} noValidate aria-label="Private link service" className={styles.columns}>
      <ChoiceCards
        label="Where does the data source run?"
        layout="grid"
        choices={places}
        value={linkService.place}
        inputRef={place.field.ref}
        error={place.error}
        onChange={place.field.onChange}
      />
      <HostingFacts place={linkService.place} />
      {linkService.place !== '' && (
        <div className={styles.fields}>
          {linkService.place === 'vendor' ? (
            <VendorFields flow={flow} problems={problems} />
          ) : (
            <>
              <LinkServiceFields place={linkService.place} problems={problems} />
              <LinkServiceCodePanel draft={linkService} />
            </>
          )}
        </div>
      )}
      <Stack direction="row" wrap="wrap" gap={1}>
        <Button type="submit">
          {linkService.place === 'vendor' ? 'Next: resource ID' : 'Use this private link service'}
        </Button>
        <Button type="button" variant="secondary" onClick={onDone}>
          Back to target
        </Button>
      </Stack>
    </form>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  columns: besideFields(theme, 3),
  fields: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(3), minWidth: 0 }),
});
