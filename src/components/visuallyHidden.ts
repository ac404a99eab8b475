import { css } from '@emotion/css';

/** Class of what only screen readers get: seen by nobody, and without any room. */
export const visuallyHidden = css({
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
});
