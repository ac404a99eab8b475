import { locationUtil } from '@grafana/data';
import { config, type PluginPageProps } from '@grafana/runtime';
import { screen } from '@testing-library/react';
import React from 'react';
import { dataSourcesPath, homePath } from '../paths';
import { render } from '../test/render';
import { AppPage } from './AppPage';
import { LinkButton, RowLink, TextLink } from './links';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: ({ pageNav }: PluginPageProps) => (
    <>
      <a href={pageNav?.parentItem?.url}>{pageNav?.parentItem?.text}</a>
      <a href={pageNav?.url}>{pageNav?.text}</a>
    </>
  ),
}));

/** What Grafana's `root_url` ends with. */
function serveBelow(appSubUrl: string) {
  locationUtil.initialize({
    config: { ...config.bootData.settings, appSubUrl },
    getTimeRangeForUrl: () => ({ from: 'now-6h', to: 'now' }),
    getVariablesUrlParams: () => ({}),
  });
}
afterEach(() => serveBelow(''));

const link = (name: string) => screen.getByRole('link', { name });

describe.each(['', '/grafana'])('below %p', (below) => {
  beforeEach(() => serveBelow(below));

  it('a button leads to a page of this Grafana', () => {
    render(<LinkButton href={dataSourcesPath}>Data sources</LinkButton>);
    expect(link('Data sources')).toHaveAttribute('href', below + dataSourcesPath);
    expect(link('Data sources')).not.toHaveAttribute('target');
  });

  it('a row leads to a page of this Grafana', () => {
    render(<RowLink href={dataSourcesPath}>Data sources</RowLink>);
    expect(link('Data sources')).toHaveAttribute('href', below + dataSourcesPath);
    expect(link('Data sources')).not.toHaveAttribute('target');
  });

  it('breadcrumbs lead to pages of this Grafana', () => {
    render(
      <AppPage title="One" path={dataSourcesPath} parent={{ title: 'All', path: homePath }}>
        text
      </AppPage>
    );
    expect(link('One')).toHaveAttribute('href', below + dataSourcesPath);
    expect(link('All')).toHaveAttribute('href', below + homePath);
  });
});

it('what leads elsewhere opens in a new tab', () => {
  const url = 'https://portal.azure.com/#resource/x';
  render(
    <>
      <LinkButton href={url}>Button</LinkButton>
      <TextLink href={url}>Text</TextLink>
      <RowLink href={url}>Row</RowLink>
    </>
  );
  for (const name of ['Button', 'Text', 'Row']) {
    expect(link(name)).toHaveAttribute('href', url);
    expect(link(name)).toHaveAttribute('target', '_blank');
    expect(link(name)).toHaveAttribute('rel', 'noreferrer');
  }
});

it('an email keeps its address and needs no tab', () => {
  render(<LinkButton href="mailto:?subject=x">Send</LinkButton>);
  expect(link('Send')).toHaveAttribute('href', 'mailto:?subject=x');
  expect(link('Send')).not.toHaveAttribute('target');
});
