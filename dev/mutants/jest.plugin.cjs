const path = require('node:path');
const { projects, testTimeout } = require('../../jest.config.cjs');

// Stryker notes which test reaches which line by the environment of a single project.
module.exports = {
  ...projects.find(({ displayName }) => displayName === 'plugin'),
  rootDir: path.join(__dirname, '../..'),
  testTimeout,
};
