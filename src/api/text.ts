import * as z from 'zod/mini';
import { showHidden } from '../domain/outsideText';

/** A text that comes from outside and is shown: what is hidden in it shows. What is written back is a plain string instead. */
export const text = z.pipe(z.string(), z.transform(showHidden));
