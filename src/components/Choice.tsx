import { Combobox, type ComboboxOption } from '@grafana/ui';
import React from 'react';

interface Props<T extends string> {
  id?: string;
  'aria-labelledby'?: string;
  placeholder?: string;
  width?: number;
  /** Grafana's Combobox takes new options for a change and starts over: it needs the same array at each render. */
  options: Array<ComboboxOption<T>>;
  value: T | null;
  onChange: (value: T) => void;
}

/**
 * One value from a list. While the list shrinks under what is typed, Enter can hit an option that has just gone. Grafana's
 * Combobox (12.4.10) then reports `undefined` and empties its text: nothing was chosen, and the value shows as placeholder.
 */
export function Choice<T extends string>({ options, value, placeholder, onChange, ...props }: Props<T>) {
  return (
    <Combobox
      {...props}
      options={options}
      value={value}
      placeholder={options.find((option) => option.value === value)?.label ?? placeholder}
      onChange={(option?: ComboboxOption<T>) => option && onChange(option.value)}
    />
  );
}
