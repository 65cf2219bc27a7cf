import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** Resources of a program including its workers. */
export interface Usage {
  /** Resident memory, MB. */
  memory: number;
  /** Milliseconds of processor time since the start. */
  processor: number;
}

export interface Child {
  /** The line of output by which it reported readiness. */
  readyLine: string;
  /** Milliseconds from its start until then. */
  startedIn: number;
  usage(): Usage;
  stop(): Promise<void>;
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

/** Linux reports memory in kB, and user and system time in hundredths of a second. */
export function usageOf(pid: number): Usage {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const own = { memory: Number(kilobytes) / 1024, processor: (Number(fields[11]) + Number(fields[12])) * 10 };
  return childrenOf(pid)
    .map(usageOf)
    .reduce(
      (sum, { memory, processor }) => ({ memory: sum.memory + memory, processor: sum.processor + processor }),
      own,
    );
}

/** Sends SIGTERM and waits for the exit. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Starts a program and waits for the line that begins with `readyPrefix`. */
export async function startChild(
  command: string,
  args: readonly string[],
  { readyPrefix, env }: { readyPrefix: string; env?: Record<string, string> },
): Promise<Child> {
  const start = performance.now();
  const child = spawn(command, args, {
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...env },
    // The log is written, but discarded.
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const readyLine = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => line.startsWith(readyPrefix) && resolve(line));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${command} ${args.join(' ')} ended with ${code}`)));
  });
  const { pid = 0 } = child;
  return { readyLine, startedIn: performance.now() - start, usage: () => usageOf(pid), stop: () => stop(child) };
}
