// Starts a task of this folder: `node dev/tasks/task.cjs build`. Plain old JavaScript, so that even an old Node can
// read the sentence that it is too old; and one process, so that signals reach the task itself.
'use strict';

var path = require('path');

var needed = require('../../package.json').engines.node;
if (parseInt(process.versions.node, 10) < parseInt(/\d+/.exec(needed)[0], 10)) {
  console.error(
    'Node ' + needed + ' is needed, this is ' + process.versions.node + ': get it from https://nodejs.org.'
  );
  process.exit(1);
}
try {
  require('tsx/cjs');
} catch (error) {
  console.error('The dependencies are not installed: run "npm ci".');
  process.exit(1);
}
var name = process.argv[2];
process.argv.splice(2, 1);
require(path.join(__dirname, name + '.ts'));
