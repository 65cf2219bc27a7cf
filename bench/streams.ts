import { request } from 'undici';
import { listen } from '../proxy/server.ts';
import { liveHeap } from '../test/helpers/heap.ts';
import { arrangeOauth } from '../test/proxy/arrange-oauth.ts';

export interface StreamResults {
  streams: number;
  /** Megabytes of live objects before the streams, and after all of them have ended. */
  before: number;
  after: number;
}

/** The target: at most this growth in megabytes after all streams. */
export const streamAims = { growth: 1 };

const streams = 5000;
const warmUp = 1000;
const openAtOnce = 50;
/** Several documents, because each user is limited to two hundred requests in ten seconds. */
const documents = 100;

const megabytes = async () => Math.round(((await liveHeap()) / 2 ** 20) * 100) / 100;

/** Opens event streams over sockets and closes each after its first event. */
export async function measureStreams(report: (line: string) => void): Promise<StreamResults> {
  const { proxy, enter, storage, log } = await arrangeOauth();
  const listener = await listen(proxy.fetch, { port: 0, host: '127.0.0.1' });
  const sessions: string[] = [];
  for (let index = 0; index < documents; index += 1) {
    sessions.push((await enter('editor', `documentOfTheBench${String(index).padStart(4, '0')}`)).session);
  }
  const visit = async (turn: number) => {
    const { statusCode, body } = await request(`${listener.url}/api/events`, {
      headers: { authorization: `Bearer ${sessions[turn % sessions.length]}` },
    });
    if (statusCode !== 200) throw new Error(`The proxy answered ${statusCode}`);
    await body[Symbol.asyncIterator]().next();
    body.destroy();
    await new Promise((resolve) => body.once('close', resolve));
  };
  const visits = async (count: number) => {
    let turn = 0;
    const one = async () => {
      while (turn < count) await visit(turn++);
    };
    await Promise.all(Array.from({ length: openAtOnce }, one));
    // Only this measurement retains the log.
    log.length = 0;
  };
  try {
    await visits(warmUp);
    const before = await megabytes();
    await visits(streams);
    const after = await megabytes();
    report(`${streams} event streams`);
    return { streams, before, after };
  } finally {
    await storage.bus.close();
    await listener.close();
    await storage.close();
  }
}
