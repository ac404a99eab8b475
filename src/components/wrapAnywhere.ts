import { css } from '@emotion/css';

/** Class of what may hold a long word of someone else's: it breaks, and doesn't widen what it stands in. */
export const wrapAnywhere = css({ overflowWrap: 'anywhere' });
