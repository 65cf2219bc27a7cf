import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';

/**
 * Runs npm scripts beside each other: `tsx scripts/together.ts types lint vitest`. The last one, which takes longest, is seen
 * as it goes; what the others print comes whole when they end. Fails when one fails, after all have ended.
 */
const names = process.argv.slice(2);
const running: ChildProcess[] = [];

async function run(name: string, isLast: boolean): Promise<boolean> {
  const script = spawn('npm', ['run', '--silent', name], {
    stdio: ['ignore', isLast ? 'inherit' : 'pipe', isLast ? 'inherit' : 'pipe'],
    // On Windows npm is a script of the shell.
    shell: process.platform === 'win32',
  });
  running.push(script);
  const printed = [script.stdout, script.stderr].map((stream) => (stream ? buffer(stream) : ''));
  const [code] = await once(script, 'close');
  const output = (await Promise.all(printed)).map(String).join('').trim();
  console.log(`\n== ${name} ${code === 0 ? 'passed' : 'FAILED'}${output ? `\n${output}` : ''}\n`);
  return code === 0;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    for (const script of running) script.kill(signal);
    process.exitCode = 1;
  });

const passed = await Promise.all(names.map((name, index) => run(name, index === names.length - 1)));
const failed = names.filter((_, index) => !passed[index]);
if (failed.length > 0) console.error(`== ${failed.join(', ')} FAILED`);
process.exitCode = failed.length > 0 ? 1 : 0;
