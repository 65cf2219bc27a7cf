import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A guard of the proxy taken away, and the tests of which at least one has to fail then. */
interface Mutant {
  /** What a reader calls the guard. */
  guard: string;
  file: string;
  /** Stands in the file exactly once. */
  find: string;
  replace: string;
  tests: readonly string[];
}

// Takes each guard away in a copy of the project and runs the tests that should miss it. `npm run test:mutants [-- word]`
// runs all, or those whose guard or file has the word in it. Ends with 1 where one survives.

const atOnce = 2;
const [, , word = ''] = process.argv;
/** Who gets in and reaches what; what a request may carry and how often; that one wish has one effect. */
const lists = ['access', 'requests', 'effects'];
const read = (list: string) => JSON.parse(readFileSync(join(import.meta.dirname, `${list}.json`), 'utf8')) as Mutant[];
const mutants = lists.flatMap(read).filter(({ guard, file }) => `${guard} ${file}`.includes(word));

/** A copy of the files that git knows, beside the same `node_modules`. */
function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
  for (const file of files.split('\n').filter((name) => name && !/^docs\/images\//.test(name))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(file, join(folder, file));
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Runs tests in the copy; answers whether all of them passed. */
function passes(folder: string, tests: readonly string[]): Promise<boolean> {
  const child = spawn(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      'server',
      '--bail',
      '1',
      '--maxWorkers',
      '1',
      '--testTimeout',
      '60000',
      ...tests,
    ],
    { cwd: folder, stdio: 'ignore', env: { ...process.env, CI: '' } },
  );
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => done(code === 0));
  });
}

type Verdict = 'killed' | 'SURVIVED' | 'not found';

async function judge(folder: string, { file, find, replace, tests }: Mutant): Promise<Verdict> {
  const place = join(folder, file);
  const source = readFileSync(place, 'utf8');
  if (source.split(find).length !== 2) return 'not found';
  writeFileSync(
    place,
    source.replace(find, () => replace),
  );
  try {
    return (await passes(folder, tests)) ? 'SURVIVED' : 'killed';
  } finally {
    writeFileSync(place, source);
  }
}

const left = [...mutants];
const bad: string[] = [];

async function work(): Promise<void> {
  const folder = copyProject();
  try {
    for (let mutant = left.shift(); mutant; mutant = left.shift()) {
      const verdict = await judge(folder, mutant);
      const line = `${verdict.padEnd(9)}  ${mutant.file}: ${mutant.guard}`;
      console.log(line);
      if (verdict !== 'killed') bad.push(line);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// A test that fails by itself would miss every guard.
if (!(await passes('.', [...new Set(mutants.flatMap(({ tests }) => tests))]))) {
  throw new Error('The tests fail without any change; on a busy machine, try again');
}
await Promise.all(Array.from({ length: atOnce }, work));
console.log(`\n${mutants.length - bad.length} of ${mutants.length} guards are missed by a test when they are gone`);
for (const line of bad) console.log(line);
process.exitCode = bad.length === 0 ? 0 : 1;
