import { createGristServer } from '../../demo/grist-server.ts';
import { listen } from '../../proxy/server.ts';
import { createSandbox } from '../../sandbox/app.ts';
import { serveSandbox } from '../../sandbox/serve.ts';

/** The services behind every proxy of the benchmark, printed as one line of JSON: HighLevel, Grist and its users. */
export interface Origin {
  url: string;
  gristUrl: string;
  locationId: string;
  token: string;
  contactIds: string[];
  clientId: string;
  clientSecret: string;
  /** Enough users and documents that our proxy's limits per user and document are never reached. */
  people: { docId: string; token: string }[];
}

const documents = 20;
const peoplePerDocument = 5;

// Rate limiting stays on, but these limits are never reached, so that it does not distort the result.
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
