import { css, cx } from '@emotion/css';
import { wrapAnywhere } from './wrapAnywhere';

/** Class of what stands in an Alert: a long word in it breaks, and text keeps away from the right edge, where Grafana leaves no room. */
export const alertBody = cx(wrapAnywhere, css({ paddingRight: 8 }));
