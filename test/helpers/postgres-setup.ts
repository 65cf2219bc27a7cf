import type { TestProject } from 'vitest/node';
import { listen } from '../../proxy/server.ts';
import { type Postgres, startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers a GET with the `DATABASE_URL` of a new empty database. */
    postgres: string;
  }
}

/** One Postgres for all tests, started for the first that needs it, and a database of its own for each. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  let postgres: Promise<Postgres> | undefined;
  const answer = async () => {
    postgres ??= startPostgres();
    return new Response(await (await postgres).database());
  };
  const lender = await listen(answer, { port: 0, host: '127.0.0.1' });
  provide('postgres', lender.url);
  return async () => {
    await lender.close();
    await (await postgres)?.stop();
  };
}
