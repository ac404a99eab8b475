import { Button } from '@grafana/ui';
import React, { useId, useState, type ReactNode } from 'react';

interface Props {
  label: string;
  children: ReactNode;
}

/** Details on demand: a button that says whether they are shown. */
export function Disclosure({ label, children }: Props) {
  const [open, setOpen] = useState(false);
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
        {children}
      </div>
    </div>
  );
}
