import { existsSync } from 'node:fs';
import { type Config, ConfigError, readConfig } from '../proxy/config.ts';
import { startProxy } from './proxy.ts';

interface Running {
  close(): Promise<void>;
}

async function start(config: Config): Promise<Running> {
  if (config.highlevel) {
    const proxy = await startProxy(config, config.highlevel);
    console.log(`Ready ${proxy.url}`);
    console.log(`In Grist, add a custom widget with this address: ${config.publicUrl ?? proxy.url}/`);
    return proxy;
  }
  // The sandbox and Grist are needed by nothing else.
  const { startDemo } = await import('../demo/start.ts');
  const demo = await startDemo(config);
  console.log(`Ready ${demo.url}`);
  console.log(`Sandbox ${demo.sandboxUrl} ${demo.sandbox.info.token} ${demo.sandbox.info.locationId}`);
  return demo;
}

/** Says in a sentence what a person can mend; anything else keeps its stack. */
function explain(error: unknown, { host, port }: Pick<Config, 'host' | 'port'>): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return `Port ${port} of ${host} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`;
  }
  if (code === 'EADDRNOTAVAIL') return `${host} is no address of this machine. For example: HOST=127.0.0.1`;
  if (code === 'EACCES') return `Port ${port} needs more rights than you have. For example: PORT=8787`;
  return error;
}

function stopOnSignals(running: Promise<Running>): void {
  let stopping = false;
  const stop = async () => {
    // A second signal is from somebody who does not want to wait.
    if (stopping) process.exit(1);
    stopping = true;
    await (await running).close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
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

const config = readConfigOrExit();
const running = start(config);
stopOnSignals(running);
await running.catch((error: unknown) => {
  console.error(explain(error, config));
  process.exit(1);
});
