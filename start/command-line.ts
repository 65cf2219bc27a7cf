import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../proxy/package-root.ts';
import { type SettingName, settings } from '../proxy/settings.ts';

export type Command = 'start' | 'check' | 'help' | 'version';

const needed: readonly SettingName[] = [
  'GRIST_URL',
  'GRIST_DOCS',
  'HIGHLEVEL_TOKEN',
  'HIGHLEVEL_LOCATION_ID',
  'HIGHLEVEL_CLIENT_ID',
  'HIGHLEVEL_CLIENT_SECRET',
  'PUBLIC_URL',
];

export const help = `grist-highlevel-panel: a HighLevel contact panel for Grist, and the proxy behind it.

  grist-highlevel-panel            start; stops on SIGTERM
  grist-highlevel-panel --check    try the settings (database, Grist, HighLevel) and leave
  grist-highlevel-panel --help     this
  grist-highlevel-panel --version

Settings come from the environment, or from a file .env in the folder where it is started. The first ones, with an example each;
a private integration token needs HIGHLEVEL_TOKEN and _LOCATION_ID, OAuth needs HIGHLEVEL_CLIENT_ID, _SECRET and PUBLIC_URL:

${needed.map((name) => `  ${name}=${settings[name].example}`).join('\n')}

All of them: ${Object.keys(settings).join(', ')}.
What each means: .env.example and docs/proxy.md, in ${root}.`;

export const version = (): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

/** Reads the options of the command line. Throws an error with a readable message for an unknown option. */
export function readCommand(args: readonly string[]): Command {
  const { values } = parseArgs({
    args: [...args],
    options: {
      check: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  });
  if (values.help) return 'help';
  if (values.version) return 'version';
  return values.check ? 'check' : 'start';
}
