import { createGristServer } from '../../demo/grist-server.ts';
import { listen } from '../../proxy/server.ts';
import { createSandbox } from '../../sandbox/app.ts';
import { serveSandbox } from '../../sandbox/serve.ts';

/** What stands behind every proxy of the benchmark, as one line of JSON: HighLevel, Grist and its people. */
export interface Origin {
  url: string;
  gristUrl: string;
  locationId: string;
  token: string;
  contactIds: string[];
  clientId: string;
  clientSecret: string;
  /** Enough people in enough documents that our own limit for one of them is never met. */
  people: { docId: string; token: string }[];
}

const documents = 20;
const peoplePerDocument = 5;

// Pacing stays on; these limits only keep it from being what is measured.
const sandbox = createSandbox({ limits: { max: 1_000_000, daily: 100_000_000 } });
const highlevel = await serveSandbox(sandbox, { port: 0 });
const access = Object.fromEntries(
  Array.from({ length: peoplePerDocument }, (_, person) => [person + 5, 'owners' as const]),
);
const gristServer = createGristServer({ find: (docId) => ({ docId, access }) });
const grist = await listen(gristServer.fetch, { port: 0, host: '127.0.0.1' });
const people = Array.from({ length: documents }, (_, document) => `benchDocument${document}`).flatMap((docId) =>
  Object.keys(access).map(async (person) => ({ docId, token: await gristServer.token(docId, Number(person)) })),
);
const { locationId, token, contactIds, clientId, clientSecret } = sandbox.info;
const origin: Origin = {
  url: highlevel.url,
  gristUrl: grist.url,
  locationId,
  token,
  contactIds,
  clientId,
  clientSecret,
  people: await Promise.all(people),
};
console.log(JSON.stringify(origin));
