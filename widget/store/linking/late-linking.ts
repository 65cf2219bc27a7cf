import type { Api } from '../../../highlevel/client.ts';
import { lazy } from '../lazy.ts';
import type { Table } from '../syncing/table.ts';
import type { Linking } from '../views/linking.ts';
import type { createLinking } from './linking.ts';

interface LateLinkingOptions extends Omit<Parameters<typeof createLinking>[0], 'api' | 'table'> {
  api: () => Promise<Api>;
  table: () => Promise<Table>;
  onMade: (linking: { dispose(): void }) => void;
}

/** What finds, links and makes the contact of a row, whose code is fetched for a row without one. Answers the same each time. */
export const createLateLinking = (options: LateLinkingOptions): (() => Promise<Linking>) =>
  lazy(async () => {
    const [{ createLinking }, api, table] = await Promise.all([import('./linking.ts'), options.api(), options.table()]);
    const linking = createLinking({ ...options, api, table });
    options.onMade(linking);
    return linking;
  });
