import { act, render, screen } from '@testing-library/react';
import React from 'react';
import { OfflineNotice } from './OfflineNotice';

const onLine = jest.spyOn(navigator, 'onLine', 'get');

function turn(online: boolean) {
  onLine.mockReturnValue(online);
  act(() => void window.dispatchEvent(new Event(online ? 'online' : 'offline')));
}

afterAll(() => onLine.mockRestore());

it('comes and goes with the connection', () => {
  onLine.mockReturnValue(true);
  render(<OfflineNotice host="grafana.contoso.com" />);
  expect(screen.queryByText(/You’re offline/)).not.toBeInTheDocument();
  turn(false);
  expect(screen.getByText(/You’re offline/)).toBeVisible();
  turn(true);
  expect(screen.queryByText(/You’re offline/)).not.toBeInTheDocument();
});

it.each(['localhost', '127.0.0.1', '[::1]'])('says nothing where %s needs no connection', (host) => {
  turn(false);
  render(<OfflineNotice host={host} />);
  expect(screen.queryByText(/You’re offline/)).not.toBeInTheDocument();
});
