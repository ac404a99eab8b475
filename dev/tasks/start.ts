import { startDemo } from './demo';
import { readPort } from './readPort';
import { runTask } from './runTask';
import { untilStopped } from './untilStopped';

/** `npm start`: builds what changed, then runs stand-in and preview until Ctrl-C. */
runTask(async () => {
  const port = await readPort(process.env.PORT);
  const stopped = untilStopped();
  const demo = await startDemo({ port });
  console.log(`
Ready: ${demo.url}

Sign in with one click as admin, editor or viewer (the password is the name).
The Azure it talks to is a stand-in on this machine. Approve requests as their owner: ${demo.controlUrl}/owner
Ctrl-C ends everything.`);
  await stopped;
  await demo.close();
});
