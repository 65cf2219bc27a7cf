import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BudgetExhausted } from './probe/client.ts';
import { LocationUnavailable } from './probe/context.ts';
import { lineOf, verdictOf } from './probe/finding.ts';
import { probe } from './probe/run.ts';
import { testName } from './probe/writes.ts';

const usage = `Checks with the token of one location where HighLevel differs from this project's assumptions.

  HIGHLEVEL_TOKEN=pit-… HIGHLEVEL_LOCATION_ID=… npm run probe            only reads
  HIGHLEVEL_TOKEN=pit-… HIGHLEVEL_LOCATION_ID=… npm run probe -- --write  also creates one test contact, and deletes it
  HIGHLEVEL_TOKEN=pit-… HIGHLEVEL_LOCATION_ID=… npm run probe -- --burst  uses up one burst: all users of the token wait for seconds

The variables can be in .env. HIGHLEVEL_API_URL sets another host, e.g. that of \`npm run sandbox\`.`;

const { values } = parseArgs({
  options: { write: { type: 'boolean' }, burst: { type: 'boolean' }, help: { type: 'boolean' } },
});
if (existsSync('.env')) process.loadEnvFile('.env');
const {
  HIGHLEVEL_TOKEN: token,
  HIGHLEVEL_LOCATION_ID: locationId,
  HIGHLEVEL_API_URL: url = 'https://services.leadconnectorhq.com',
} = process.env;
if (!token || !locationId || values.help) {
  console.error(usage);
  process.exit(values.help ? 0 : 1);
}

const count = { 'as assumed': 0, different: 0, 'not seen': 0 };
try {
  for await (const found of probe({ url, token, locationId, ...values })) {
    count[verdictOf(found)]++;
    console.log(lineOf(found));
  }
} catch (error) {
  const isOurs = error instanceof LocationUnavailable || error instanceof BudgetExhausted;
  console.error(
    isOurs ? error.message : `The connection to HighLevel broke: ${error instanceof Error ? error.name : ''}`,
  );
  if (values.write) console.error(`Look for a contact named ${Object.values(testName).join(' ')} and delete it.`);
  process.exit(1);
}
console.log(`\n${count['as assumed']} as assumed, ${count.different} different, ${count['not seen']} not seen`);
if (!values.write) console.log('Writes were not checked: add -- --write.');
process.exitCode = count.different > 0 ? 2 : 0;
