import { parseArgs } from 'node:util';
import { insiderAttacks } from './insider.ts';
import { startLab } from './lab.ts';
import { strangerAttacks } from './stranger.ts';
import { surroundingsAttacks } from './surroundings.ts';
import { type Attack, Fell, type Target } from './target.ts';

const usage = `npm run attack                                     starts a proxy of its own (npm run build first) and attacks it
npm run attack -- --url https://panel.example.org  attacks a proxy that runs, with what a stranger has
  --origin, --doc, --token                         Grist's origin, a document and an access token there: looks whether that
                                                   person still gets in while a stranger knocks

Attack only what is yours.`;

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    origin: { type: 'string' },
    doc: { type: 'string' },
    token: { type: 'string' },
    help: { type: 'boolean' },
  },
});

/** Tries each attack, and prints whether the proxy held. Answers the names of those that did not fail. */
async function attack(attacks: readonly Attack[]): Promise<string[]> {
  const fallen: string[] = [];
  for (const { name, run } of attacks) {
    const start = performance.now();
    const what = await run().then(
      () => '',
      (error: unknown) => (error instanceof Fell ? error.message : `it could not be tried: ${error}`),
    );
    const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(5);
    console.log(`${what ? 'FELL' : 'held'}  ${seconds} s  ${name}${what ? `: ${what}` : ''}`);
    if (what) fallen.push(name);
  }
  return fallen;
}

function targetOf(url: string): Target {
  const { origin, doc: docId, token } = values;
  const introduction = origin && docId && token ? { origin, docId, token } : undefined;
  return { url: url.replace(/\/+$/, ''), secrets: [], ...(introduction && { introduction }) };
}

async function attackLab(): Promise<string[]> {
  const lab = await startLab();
  try {
    // People first: a stranger's limits hold for a minute, and here all come from one address.
    const insiders = await attack(await insiderAttacks(lab));
    return [...insiders, ...(await attack(strangerAttacks(lab))), ...(await attack(surroundingsAttacks))];
  } finally {
    await lab.stop();
  }
}

if (values.help) {
  console.log(usage);
} else {
  const fallen = await (values.url ? attack(strangerAttacks(targetOf(values.url))) : attackLab());
  console.log(fallen.length === 0 ? '\nEverything held.' : `\nFell: ${fallen.join('; ')}`);
  process.exitCode = fallen.length === 0 ? 0 : 1;
}
