import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const versions = '/usr/lib/postgresql';

/** Where Debian's package keeps the newest server's programs, or `null` when none is installed. */
export const postgresFolder: string | null = existsSync(versions)
  ? join(versions, readdirSync(versions).sort((a, b) => Number(b) - Number(a))[0] ?? '', 'bin')
  : null;

/** Postgres refuses to run as root; its package brings a user for it. */
function runner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres']).toString());
  return { uid: id('-u'), gid: id('-g') };
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

export interface Postgres {
  /** A new empty database: its `DATABASE_URL`. */
  database(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a Postgres of the test's own in a temporary folder, on a free port of this machine. */
export async function startPostgres(): Promise<Postgres> {
  if (!postgresFolder) throw new Error('No Postgres is installed');
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const user = runner();
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const program = (name: string) => join(postgresFolder ?? '', name);
  execFileSync(program('initdb'), ['-D', data, '-A', 'trust', '-U', 'test', '-N'], {
    ...user,
    stdio: 'ignore',
    cwd: folder,
  });
  const port = await freePort();
  const server = spawn(program('postgres'), ['-D', data, '-F', '-p', String(port), '-h', '127.0.0.1', '-k', folder], {
    ...user,
    stdio: 'ignore',
    cwd: folder,
  });
  const url = (name: string) => `postgres://test@127.0.0.1:${port}/${name}`;
  const sql = async (text: string) => {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: url('postgres') });
    await client.connect();
    await client.query(text);
    await client.end();
  };
  for (const deadline = Date.now() + 20_000; ; await wait(50)) {
    const ready = await sql('select 1').then(
      () => true,
      () => false,
    );
    if (ready) break;
    if (Date.now() > deadline || server.exitCode !== null) throw new Error('Postgres did not start');
  }
  let databases = 0;
  return {
    async database() {
      databases += 1;
      // Several workers ask at once.
      const name = `test${databases}`;
      await sql(`create database ${name}`);
      return url(name);
    },
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      // SIGQUIT: end now, without waiting for connections or writing what is deleted next.
      server.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
