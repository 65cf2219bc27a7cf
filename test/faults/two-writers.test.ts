import { expect, onTestFinished, test } from 'vitest';
import { createApi } from '../../highlevel/client.ts';
import { newDatabase } from '../helpers/databases.ts';
import { postgresFolder } from '../helpers/postgres.ts';
import { arrangeProcesses, type ProxyProcess } from '../helpers/proxy-processes.ts';
import { outcomes, saveTwice } from '../helpers/two-writers.ts';

test.skipIf(!postgresFolder).each([
  { gap: 0, latency: 0 },
  { gap: 30, latency: 30 },
  { gap: 300, latency: 300 },
])(
  'two panels before two processes on one Postgres, $gap ms apart at $latency ms: no save is lost',
  async ({ gap, latency }) => {
    const { sandbox, startProxy, connect, contactId, close } = await arrangeProcesses(await newDatabase('Postgres'));
    onTestFinished(close);
    const one = await startProxy();
    const session = await connect(one);
    const other = await startProxy();
    if (latency > 0) sandbox.faults.add('latency', { path: '/contacts/', ms: latency });
    const api = ({ url }: ProxyProcess) => createApi({ via: 'proxy', url, session: async () => session });
    const { locationId } = sandbox.info;
    const { answers, city } = await saveTwice([api(one), api(other)], { locationId, contactId }, gap);
    expect(answers).toEqual(outcomes(city));
  },
);
