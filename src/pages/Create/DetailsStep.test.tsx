import { screen } from '@testing-library/react';
import { sampleTargetId } from '../../domain/testing/sampleEndpoint';
import { INFLUX } from '../../test/fixtures';
import { CODE, keepDraft, renderCreate } from '../../test/renderCreate';

const field = (name: RegExp) => screen.getByRole('textbox', { name });
const next = () => screen.getByRole('button', { name: 'Next: review' });
const open = (draft: Parameters<typeof keepDraft>[0] = {}) => {
  keepDraft(draft);
  return renderCreate('/new/details');
};
const SERVICE = {
  kind: 'privateLinkService',
  target: sampleTargetId(undefined, 'pls-other'),
  subResource: '',
} as const;

describe('name', () => {
  it('counts as it is typed, and warns of what may be too long without stopping anybody', async () => {
    const { user, path } = await open();
    expect(screen.getByLabelText('7 of 20 characters')).toBeVisible();
    await user.clear(field(/^Name (?!of)/));
    await user.type(field(/^Name (?!of)/), 'a-name-of-24-characters-');
    expect(screen.getByLabelText('24 of 20 characters')).toBeVisible();
    await user.type(field(/^Name (?!of)/), 'x');
    expect(screen.getByText(/^This name has 25 characters\. Azure may reject/)).toBeVisible();
    await user.click(next());
    expect(path()).toBe('/new/review');
  });

  it('must be free, and a free one is suggested', async () => {
    const { user, path } = await open({ name: 'INFLUX' });
    await user.click(next());
    expect(path()).toBe('/new/details');
    expect(screen.getByRole('alert')).toHaveTextContent('This workspace already has an endpoint named INFLUX.');
    expect(field(/^Name (?!of)/)).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Use contoso-billing' }));
    await user.click(next());
    expect(path()).toBe('/new/review');
  });

  it('tells what is wrong once the field is left', async () => {
    const { user } = await open();
    await user.clear(field(/^Name (?!of)/));
    await user.type(field(/^Name (?!of)/), '1st');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    await user.tab();
    expect(screen.getByRole('alert')).toHaveTextContent('Start the name with a letter.');
  });
});

describe('domain name', () => {
  it('is asked for private link services only', async () => {
    await open();
    expect(screen.queryByRole('textbox', { name: /^Domain name/ })).not.toBeInTheDocument();
  });

  it('takes a pasted URL apart and says what it took off', async () => {
    const { user } = await open(SERVICE);
    await user.click(field(/^Domain name/));
    await user.paste('https://Influx.plant7.contoso.com:8086/query');
    await user.tab();
    expect(field(/^Domain name/)).toHaveValue('influx.plant7.contoso.com');
    expect(screen.getByText(/^Removed: https:\/\/ and :8086 and \/query/)).toBeVisible();
  });

  it('warns of a name that another endpoint has, without stopping anybody', async () => {
    const { user, path } = await open(SERVICE);
    await user.type(field(/^Domain name/), INFLUX.domainName);
    expect(screen.getByText(/^The endpoint influx already has this domain name/)).toBeVisible();
    await user.click(next());
    expect(path()).toBe('/new/review');
  });

  it('wants three parts, and explains wildcards and TLS', async () => {
    const { user, path } = await open(SERVICE);
    await user.type(field(/^Domain name/), 'contoso.com');
    await user.click(next());
    expect(path()).toBe('/new/details');
    expect(screen.getByRole('alert')).toHaveTextContent('at least three parts');
    await user.click(screen.getByRole('button', { name: 'When do I need one?' }));
    expect(screen.getByText(/You need it if the target uses TLS/)).toBeVisible();
    expect(screen.getByText(/A wildcard such as/)).toBeVisible();
    await user.clear(field(/^Domain name/));
    await user.type(field(/^Domain name/), '*.prom.contoso.com');
    await user.click(next());
    expect(path()).toBe('/new/review');
  });
});

describe('request message', () => {
  it('is prefilled with who asks, for what, and a code', async () => {
    const { user } = await renderCreate('/new/target');
    await user.click(field(/^Resource ID/));
    await user.paste(sampleTargetId('Microsoft.Sql/servers', 'contoso-billing'));
    await user.click(screen.getByRole('button', { name: 'Next: details' }));
    expect(field(/^Request message/)).toHaveDisplayValue(
      /private access from Azure Managed Grafana contoso-grafana\. MPE-\w{4}-\w{4}$/
    );
  });

  it('stays one line', async () => {
    const { user } = await open({ requestMessage: '' });
    await user.click(field(/^Request message/));
    await user.paste('For the plant\n  and the office');
    expect(field(/^Request message/)).toHaveValue('For the plant and the office');
  });

  it('warns without a code, and puts it back', async () => {
    const { user } = await open();
    await user.clear(field(/^Request message/));
    await user.type(field(/^Request message/), 'For the plant');
    expect(screen.getByText(/has no request code/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Add request code' }));
    expect(field(/^Request message/)).toHaveValue(`For the plant ${CODE}`);
  });

  it('warns of what the owner would not get to read', async () => {
    await open({ requestMessage: `${'x'.repeat(140)} ${CODE}` });
    expect(screen.getByText('154/140 characters')).toBeVisible();
    expect(screen.getByText(/sends at most 140 characters/)).toBeVisible();
  });
});

it('has tags as rows, and names the row that is wrong', async () => {
  const { user, path } = await open();
  await user.click(screen.getByRole('button', { name: 'Add tag' }));
  expect(field(/^Name of tag 2/)).toHaveFocus();
  await user.type(field(/^Value of tag 2/), 'x');
  await user.click(next());
  expect(path()).toBe('/new/details');
  expect(screen.getByRole('alert')).toHaveTextContent('Tag 2 has a value but no name.');
  expect(field(/^Name of tag 2/)).toHaveFocus();
  await user.type(field(/^Name of tag 2/), 'TEAM');
  expect(screen.getByRole('alert')).toHaveTextContent('Another tag is named TEAM.');
  await user.click(screen.getByRole('button', { name: 'Remove tag TEAM' }));
  expect(screen.getByRole('button', { name: 'Add tag' })).toHaveFocus();
  // A row that stays blank is no tag.
  await user.click(screen.getByRole('button', { name: 'Add tag' }));
  await user.click(next());
  expect(path()).toBe('/new/review');
});

it('never asks for location and region', async () => {
  await open();
  expect(screen.getByText('westeurope, same as the workspace')).toBeVisible();
  expect(screen.getByText('northeurope')).toBeVisible();
  expect(screen.queryByRole('textbox', { name: /location|region/i })).not.toBeInTheDocument();
});
