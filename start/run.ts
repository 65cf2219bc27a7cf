import { existsSync } from 'node:fs';
import { type Config, ConfigError, readConfig } from '../proxy/config.ts';
import { checkSettings } from './check.ts';
import { help, readCommand, version } from './command-line.ts';
import { freePorts } from './free-ports.ts';
import { startProxy } from './proxy.ts';
import { type Running, stopOnSignal } from './stop.ts';

/** The demo listens on the configured port and the two after it. */
const demoPorts = 3;

async function start(config: Config): Promise<Running> {
  if (config.highlevel) {
    const proxy = await startProxy(config, config.highlevel);
    console.log(`Ready ${proxy.url}`);
    console.log(`Widget ${config.publicUrl ?? proxy.url}/`);
    return proxy;
  }
  // Only the demo needs the sandbox and Grist.
  const { startDemo } = await import('../demo/start.ts');
  const demo = await startDemo({ ...config, port: await freePorts(config, demoPorts) });
  console.log(`Ready ${demo.url}`);
  console.log(`Widget ${demo.widgetUrl}`);
  console.log(`Sandbox ${demo.sandboxUrl} ${demo.sandbox.info.token} ${demo.sandbox.info.locationId}`);
  return demo;
}

/** A sentence for errors that the operator can fix; other errors are returned with their stack. */
function explain(error: unknown): unknown {
  if (error instanceof ConfigError) return error.message;
  const { code, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use. Stop what uses it, or choose another, for example: PORT=18787 npm start`;
  }
  if (code === 'EADDRNOTAVAIL') return `${address} is no address of this machine. For example: HOST=127.0.0.1`;
  if (code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND') {
    return 'No location is configured, and the demo is not part of a production install. docs/proxy.md lists the settings, for example: HIGHLEVEL_CLIENT_ID';
  }
  if (code === 'EACCES') return `Port ${port} needs more rights than you have. For example: PORT=8787`;
  return error;
}

function readCommandOrExit() {
  try {
    return readCommand(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${help}`);
    process.exit(1);
  }
}

function readConfigOrExit(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  try {
    return readConfig(process.env);
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit(1);
  }
}

const command = readCommandOrExit();
if (command !== 'start' && command !== 'check') {
  console.log(command === 'help' ? help : version());
  process.exit(0);
}
const config = readConfigOrExit();
if (command === 'check') process.exit((await checkSettings(config)) ? 0 : 1);
const running = start(config);
stopOnSignal(running);
await running.catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
