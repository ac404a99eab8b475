import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { OutsideText } from './OutsideText';

it('shows a short text with what is hidden in it', () => {
  render(<OutsideText>{'Approve \u202egnp.exe'}</OutsideText>);
  expect(screen.getByText('Approve [U+202E]gnp.exe').tagName).toBe('BDI');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it('cuts a long text until someone asks for all of it', async () => {
  const text = 'a'.repeat(100_000);
  const { container } = render(<OutsideText>{text}</OutsideText>);
  const shown = () => container.querySelector('bdi')?.textContent;
  expect(shown()).toBe(`${'a'.repeat(1999)}…`);
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
  expect(shown()).toBe(text);
  await userEvent.click(screen.getByRole('button', { name: 'Show less' }));
  expect(shown()).toHaveLength(2000);
});
