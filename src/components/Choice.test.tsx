import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { Choice } from './Choice';

const options = ['Name', 'State', 'Type', 'Age'].map((label) => ({ value: label.toLowerCase(), label }));

const show = () => {
  const onChange = jest.fn();
  render(<Choice id="sort" options={options} value="type" onChange={onChange} />);
  return onChange;
};

it('chooses what is highlighted', async () => {
  const onChange = show();
  await userEvent.type(screen.getByRole('combobox'), 'Age{ArrowDown}{Enter}');
  expect(onChange.mock.calls).toEqual([['age']]);
});

it('chooses nothing where what was highlighted is no longer in the list', async () => {
  const onChange = show();
  await userEvent.type(screen.getByRole('combobox'), 'Age{Enter}');
  expect(onChange).not.toHaveBeenCalled();
  expect(screen.getByPlaceholderText('Type')).toBe(screen.getByRole('combobox'));
});
