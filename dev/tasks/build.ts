import { buildAll } from './buildIfChanged';
import { runTask } from './runTask';

/** `npm run build`: the front end, and the backend for this machine, into dist/. */
runTask(buildAll);
