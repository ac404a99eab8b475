import { css, cx } from '@emotion/css';
import { wrapAnywhere } from './wrapAnywhere';

/** Class of a dialog: long words in it break, and the focus ring of what stands at its edges isn't cut off. */
export const dialog = cx(wrapAnywhere, css({ '& > :last-child': { paddingBottom: 4 } }));
