// Lazy chunks must load from where Grafana loaded module.js (a CDN, a sub-path): only the AMD loader knows it.
import amdModule from 'amd-module';

__webpack_public_path__ = amdModule.uri.slice(0, amdModule.uri.lastIndexOf('/') + 1);
