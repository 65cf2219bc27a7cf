import { parseArgs } from 'node:util';
import { createSandbox } from './app.ts';
import { serveSandbox } from './serve.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4010' }, host: { type: 'string', default: '127.0.0.1' } },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port ${values.port} is not a port. Try: npm run sandbox -- --port 4010`);
  process.exit(1);
}
const sandbox = createSandbox();
const served = await serveSandbox(sandbox, { port, host: values.host });
const { locationId, companyId, token, clientId, clientSecret, contactIds } = sandbox.info;
console.log(JSON.stringify({ url: served.url, locationId, companyId, token, clientId, clientSecret, contactIds }));
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void served.close());
}
