import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { ActivityList } from './ActivityList';

const item = (id: string) => ({
  ...{ id, status: 'succeeded' as const, title: `Deleted e${id}`, detail: '', next: '' },
  failure: undefined,
  cancelable: false,
});

it('shows a few, the rest on request, and keeps the focus when one is put away', async () => {
  const dismissed: string[] = [];
  render(
    <ActivityList
      items={['1', '2', '3', '4', '5'].map(item)}
      onDismiss={(id) => dismissed.push(id)}
      onCancel={() => undefined}
    />
  );
  expect(screen.getByText('Deleted e3')).toBeVisible();
  expect(screen.getByText('Deleted e4')).not.toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '2 more' }));
  expect(screen.getByText('Deleted e5')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss: Deleted e4' }));
  expect(dismissed).toEqual(['4']);
  expect(screen.getByRole('status', { name: 'Changes under way' })).toHaveFocus();
});

it('shows one more rather than a button for it', () => {
  render(
    <ActivityList items={['1', '2', '3', '4'].map(item)} onDismiss={() => undefined} onCancel={() => undefined} />
  );
  expect(screen.getByText('Deleted e4')).toBeVisible();
  expect(screen.queryByRole('button', { name: /more/ })).not.toBeInTheDocument();
});
