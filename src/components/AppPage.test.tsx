import { screen } from '@testing-library/react';
import React from 'react';
import { Link, Route, Routes } from 'react-router-dom';
import { render } from '../test/render';
import { AppPage } from './AppPage';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: jest.requireActual<{ PluginPage: unknown }>('../test/PluginPage').PluginPage,
}));

function First() {
  return (
    <AppPage title="First">
      <Link to="/second">On</Link>
    </AppPage>
  );
}

function Second() {
  return (
    <AppPage title="Second">
      <Link to="/second?q=a">Filter</Link>
    </AppPage>
  );
}

const pages = (
  <Routes>
    <Route path="/" element={<First />} />
    <Route path="/second" element={<Second />} />
  </Routes>
);

it('puts the focus on its heading where the link that led to it is gone', async () => {
  const { user } = render(pages);
  expect(document.body).toHaveFocus();
  await user.click(screen.getByRole('link', { name: 'On' }));
  expect(screen.getByRole('heading', { name: 'Second' })).toHaveFocus();
});

it('leaves the focus on what changes the page itself', async () => {
  const { user } = render(pages, '/second');
  const filter = screen.getByRole('link', { name: 'Filter' });
  await user.click(filter);
  expect(filter).toHaveFocus();
});
