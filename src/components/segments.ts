import { css } from '@emotion/css';

/** Class of a group of segments: forced colors take away the background that marks the selected one in Grafana's. */
export const segments = css({
  '@media (forced-colors: active)': { 'input:checked + label': { outline: '2px solid Highlight', outlineOffset: -2 } },
});
