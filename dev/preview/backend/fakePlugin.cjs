// A backend for tests of the supervisor: speaks the plugin protocol and answers every call with its process id.
'use strict';

const { Server, ServerCredentials } = require('@grpc/grpc-js');
const { loadSync } = require('@grpc/proto-loader');
const path = require('node:path');

const definition = loadSync(path.join(__dirname, 'plugin.proto'), { keepCase: true });
const server = new Server();
server.addService(definition['pluginv2.Resource'], {
  CallResource(call) {
    const { path: asked, body, pluginContext } = call.request;
    const { user, grafanaConfig } = pluginContext;
    const answer = { pid: process.pid, asked, body: body.toString(), user, grafanaConfig, environment: process.env };
    call.write({ code: 200, headers: { 'X-Part': { values: ['1'] } }, body: Buffer.from(JSON.stringify(answer)) });
    call.end();
  },
});
server.addService(definition['pluginv2.Diagnostics'], {
  CheckHealth: (_call, answer) => answer(null, { status: 'OK', message: 'fine' }),
});
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (_error, port) => {
  if (process.env.grafana_plugin_type !== 'datasource') {
    process.exit(1);
  }
  console.log(`1|2|tcp|127.0.0.1:${port}|grpc|`);
  console.error('up');
});
