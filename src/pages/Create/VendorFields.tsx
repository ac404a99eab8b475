import { Text } from '@grafana/ui';
import React from 'react';
import { useFormContext } from 'react-hook-form';
import { ChoiceCards } from '../../components/ChoiceCards';
import { CodeBlock } from '../../components/CodeBlock';
import { FactList } from '../../components/FactList';
import { TextLink } from '../../components/links';
import { Panel } from '../../components/Panel';
import { type Vendor, vendorByKey, vendors } from '../../domain/catalogue/linkServices';
import { type Problems } from '../../domain/checked';
import { type CreateDraft } from '../../domain/create/draft';
import { type LinkServiceField } from '../../domain/linkService/checkLinkService';
import { vendorRequest } from '../../domain/linkService/vendorRequest';
import { type Flow } from './flow';
import { LinkServiceInput } from './LinkServiceFields';

interface Props {
  flow: Flow;
  problems: Problems<LinkServiceField>;
}

const choices = [
  ...vendors.map(({ key, title }) => ({ value: key, title })),
  { value: 'other' as const, title: 'Another vendor' },
];

/** A vendor's service: what they offer, what they want, and what to ask them for. */
export function VendorFields({ flow: { draft, workspace }, problems }: Props) {
  const { setValue } = useFormContext<CreateDraft>();
  const vendor = vendorByKey(draft.linkService.vendor);
  return (
    <>
      <ChoiceCards
        label="Vendor"
        layout="grid"
        choices={choices}
        value={vendor?.key ?? 'other'}
        onChange={(key) => setValue('linkService.vendor', key === 'other' ? '' : key, { shouldDirty: true })}
      />
      {vendor && <VendorProcedure vendor={vendor} />}
      <LinkServiceInput
        text={{
          name: 'domainName',
          label: 'Domain name',
          description: 'The private host name of your service. Also the endpoint’s domain name',
          placeholder: vendor?.domainName ?? 'service.privatelink.example.com',
        }}
        problems={problems}
      />
      <Panel title="Message to the vendor">
        <CodeBlock code={vendorRequest(draft.linkService, workspace, draft.requestMessage)} label="message" />
      </Panel>
    </>
  );
}

function VendorProcedure({ vendor: { title, gives, wants, domainName, source } }: { vendor: Vendor }) {
  return (
    <Panel title={`Private Link of ${title}`}>
      <FactList
        facts={[
          { term: 'You get', content: gives },
          { term: 'They require', content: wants },
          { term: 'Host names', content: domainName },
        ]}
      />
      <Text color="secondary" variant="bodySmall" italic element="p">
        <TextLink href={source.url} inline variant="bodySmall">
          {source.title}
        </TextLink>
        , checked {source.checked}
      </Text>
    </Panel>
  );
}
