import { Button } from '@grafana/ui';
import React, { useId, useState, type ReactNode } from 'react';

interface Props {
  label: string;
  /** Whether it begins open. */
  isOpen?: boolean;
  /** It holds much without a state of its own, and is drawn only while it is open. */
  isLong?: boolean;
  children: ReactNode;
}

/** Details on demand: a button that says whether they are shown. */
export function Disclosure({ label, isOpen = false, isLong = false, children }: Props) {
  const [open, setOpen] = useState(isOpen);
  const id = useId();
  return (
    <div>
      <Button
        variant="secondary"
        fill="text"
        size="sm"
        icon={open ? 'angle-down' : 'angle-right'}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {label}
      </Button>
      <div id={id} hidden={!open}>
        {(open || !isLong) && children}
      </div>
    </div>
  );
}
