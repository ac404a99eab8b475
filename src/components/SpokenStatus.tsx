import { css } from '@emotion/css';
import React, { type ReactNode } from 'react';

/** Said by a screen reader when it appears or changes, and seen by nobody. */
export function SpokenStatus({ children }: { children: ReactNode }) {
  return (
    <span role="status" className={spoken}>
      {children}
    </span>
  );
}

const spoken = css({
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
});
