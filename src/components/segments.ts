import { css } from '@emotion/css';
import { chosenInForcedColors } from './forcedColors';

/** Class of a group of segments: Grafana marks the selected one by its background alone. */
export const segments = css({ 'input:checked + label': chosenInForcedColors });
