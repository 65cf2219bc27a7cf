import { boundFetch } from '../proxy/bounded-fetch.ts';
import { type Config, ConfigError } from '../proxy/config.ts';
import { askVisitorId } from '../proxy/grist/ask.ts';
import { Refusal } from '../proxy/grist/refusal.ts';
import { checkPinned } from '../proxy/verify-token.ts';
import { builtWidget, isBuilt } from '../proxy/widget-files.ts';
import { openConfigured } from './proxy.ts';

/** Throws with a sentence that an operator can act on. */
type Check = () => Promise<string>;

const fetch = boundFetch(globalThis.fetch, 1024 * 1024);

async function checkDatabase(config: Config): Promise<string> {
  const storage = await openConfigured(config);
  try {
    await storage.ledger.probe();
  } catch {
    throw new Error('The database takes no writes: see whether its disk is full, or it is read-only.');
  } finally {
    await storage.close();
  }
  return 'The database takes writes.';
}

const checksOf = (config: Config): readonly Check[] => [
  async () => {
    if (!isBuilt(builtWidget)) throw new Error('The widget is not built: npm run build');
    return 'The widget is built.';
  },
  () => checkDatabase(config),
  ...config.grists.map(
    (grist): Check =>
      async () => {
        await askVisitorId(fetch, grist);
        return `Grist answers at ${grist.internalUrl}.`;
      },
  ),
  async () => {
    const { highlevel } = config;
    if (!highlevel) throw new Error('No location is configured, for example: HIGHLEVEL_TOKEN, or HIGHLEVEL_CLIENT_ID.');
    if (!highlevel.pinned) return 'HighLevel is tried when an owner connects a document.';
    const name = await checkPinned(highlevel.apiUrl, highlevel.pinned, fetch);
    if (name === null) throw new Error('HighLevel cannot be reached just now.');
    return 'HighLevel takes the token for this location.';
  },
];

/** The sentence of an expected failure; the kind of any other, which could hold a secret. */
function sentenceOf(error: unknown): string {
  if (error instanceof ConfigError) return error.problems.join(' ');
  if (error instanceof Refusal || (error instanceof Error && error.name === 'Error')) return error.message;
  return `It failed: ${error instanceof Error ? error.name : 'unknown'}`;
}

/** Tries the settings, prints a line for each thing tried, and answers whether all of them hold. */
export async function checkSettings(config: Config): Promise<boolean> {
  let holds = true;
  for (const check of checksOf(config)) {
    try {
      console.log(`ok    ${await check()}`);
    } catch (error) {
      holds = false;
      console.log(`FAIL  ${sentenceOf(error)}`);
    }
  }
  return holds;
}
