import React, { type ReactNode } from 'react';
import { visuallyHidden } from './visuallyHidden';

/** Said by a screen reader when it appears or changes, and seen by nobody. */
export function SpokenStatus({ children }: { children: ReactNode }) {
  return (
    <span role="status" className={visuallyHidden}>
      {children}
    </span>
  );
}
