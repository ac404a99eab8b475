import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Field, Input, useStyles2 } from '@grafana/ui';
import React from 'react';
import { LiveWarning } from '../../components/InputNote';
import { type HostingPlace } from '../../domain/catalogue/linkServices';
import { type Problems } from '../../domain/checked';
import { type LinkServiceField } from '../../domain/linkService/checkLinkService';
import { useLinkServiceField } from './useLinkServiceField';

interface FieldText {
  name: LinkServiceField;
  label: string;
  description?: string;
  placeholder?: string;
  /** It takes a whole line. */
  isWide?: boolean;
}

const port: FieldText = { name: 'port', label: 'Port', description: 'Where clients connect', placeholder: '9090' };
const domainName: FieldText = {
  name: 'domainName',
  label: 'Domain name',
  description: 'Optional, required for TLS. Also the endpoint’s domain name',
  placeholder: 'prometheus.internal.contoso.com',
  isWide: true,
};

const behindLoadBalancer: FieldText[] = [
  { name: 'name', label: 'Name', description: 'Of the private link service', placeholder: 'pls-influxdb' },
  { ...port, description: 'Of the load balancer’s rule', placeholder: '8086' },
  {
    name: 'loadBalancer',
    label: 'Load balancer',
    description: 'Its resource ID, or the URL of its page in the Azure portal',
    placeholder: '/subscriptions/…/providers/Microsoft.Network/loadBalancers/…',
    isWide: true,
  },
  { name: 'frontend', label: 'Frontend IP configuration', description: 'Its name, in the load balancer' },
  { name: 'subnet', label: 'Subnet', description: 'Its name. The link service takes its source IP from it' },
  {
    name: 'network',
    label: 'Virtual network',
    description: 'The resource ID of the virtual network with this subnet',
    placeholder: '/subscriptions/…/providers/Microsoft.Network/virtualNetworks/…',
    isWide: true,
  },
  { ...domainName, placeholder: 'influx.internal.contoso.com' },
];

/** What each place asks for, in the order in which it is asked. */
const fieldsOf: Record<Exclude<HostingPlace, 'vendor'>, FieldText[]> = {
  aks: [
    {
      name: 'name',
      label: 'Name',
      description: 'Of the new Service and its link service',
      placeholder: 'prometheus-private',
    },
    { name: 'namespace', label: 'Namespace', description: 'Where the pods run', placeholder: 'monitoring' },
    {
      name: 'selector',
      label: 'Pod labels',
      description: 'The selector of the Service that you have now',
      placeholder: 'app.kubernetes.io/name=prometheus',
      isWide: true,
    },
    port,
    { name: 'targetPort', label: 'Target port', description: 'Of the pods, if it differs' },
    domainName,
    { name: 'subscriptionId', label: 'Subscription ID', description: 'Where the link service will be' },
    {
      name: 'resourceGroup',
      label: 'Resource group',
      description: 'The node resource group, or another',
      placeholder: 'MC_…',
    },
    { name: 'subnet', label: 'Subnet', description: 'Optional, else the cluster’s', isWide: true },
  ],
  loadBalancer: behindLoadBalancer,
  vnet: behindLoadBalancer,
};

interface Props {
  place: Exclude<HostingPlace, 'vendor'>;
  problems: Problems<LinkServiceField>;
}

/** What the code needs to know, and no more. */
export function LinkServiceFields({ place, problems }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.grid}>
      {fieldsOf[place].map((text) => (
        <div key={text.name} className={text.isWide ? styles.wide : undefined}>
          <LinkServiceInput text={text} problems={problems} />
        </div>
      ))}
    </div>
  );
}

/** One of these fields. */
export function LinkServiceInput({ text, problems }: { text: FieldText; problems: Problems<LinkServiceField> }) {
  const { name, label, description, placeholder } = text;
  const { field, error, warning } = useLinkServiceField(name, problems);
  return (
    <div>
      <Field label={label} description={description} invalid={Boolean(error)} error={error} noMargin>
        <Input
          {...field}
          id={`link-service-${name}`}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          onChange={({ currentTarget: { value } }) => field.onChange(value)}
        />
      </Field>
      <LiveWarning text={warning} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  grid: css({
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${theme.spacing(30)}), 1fr))`,
    gap: theme.spacing(2),
    alignItems: 'start',
  }),
  wide: css({ gridColumn: '1 / -1' }),
});
