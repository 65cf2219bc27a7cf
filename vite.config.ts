import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { gristPluginApi } from './scripts/grist-plugin-api.ts';
import { precompress } from './scripts/precompress.ts';

/**
 * What is fetched beside a part that is fetched late. The names of all scripts would weigh more in the first load than the
 * round trip that they save; the way to HighLevel is the one that people wait for.
 */
const preloaded = (part: string, files: string[]): string[] =>
  part.includes('/highlevel-') ? files : files.filter((file) => file.endsWith('.css'));

/** The widget, built for browsers into `dist/widget`. */
const widget = {
  plugins: [preact(), gristPluginApi(), precompress()],
  base: './',
  // While developing, the API is that of an `npm start` beside.
  server: { proxy: { '/api': 'http://127.0.0.1:8787' } },
  build: {
    outDir: 'dist/widget',
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false, resolveDependencies: preloaded },
    // What the page needs at once comes as one file, and so does the way to HighLevel: small ones compress worse, and each is a
    // request.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'panel', tags: ['$initial' as const], priority: 2 },
            { name: 'highlevel', test: /widget.store.highlevel\.ts/, priority: 1 },
          ],
        },
      },
    },
  },
};

/** The process behind `npm start`, built for Node into `dist/server`. */
const server = {
  // These are hundreds of small files each: as one file they start in half the time.
  ssr: { noExternal: ['hono', '@hono/node-server', 'jose', 'kysely', 'ky', 'valibot'] },
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: { input: { start: 'start/main.ts' } },
    copyPublicDir: false,
  },
};

/** Where machines read the counts of a run, a file for each; people read the terminal. */
const { TEST_REPORTS } = process.env;

/** Where nobody watches, a test that a stall made fail runs once more; the report marks it, and a marked test is one to mend. */
const retry = process.env.CI ? 1 : 0;

/** The second holds what every sandbox says and hears against HighLevel's specification. */
const everywhere = ['test/helpers/setup.ts', 'test/helpers/contract/setup.ts'];

const storage = 'test/helpers/storage-setup.ts';

/** `npm run test:long` runs the files that try chance, alone and at full length; these are the others. */
const withoutChance = () =>
  readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name) && !readFileSync(`test/${name}`, 'utf8').includes('/runs.ts'))
    .map((name) => `test/${name}`);

/** Files of a worker share their modules, which are read once: no test leaves anything in a module for another one to find. */
const common = (mode: string) => ({
  // Tests wait for events, never for time: these only end what waits for an event that never comes, on the busiest machine too.
  testTimeout: mode === 'long' ? 1_800_000 : 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 60_000 } },
  retry,
  isolate: false,
  setupFiles: everywhere,
  exclude: mode === 'long' ? withoutChance() : [],
});

const tests = (mode: string) => ({
  test: {
    // Most of them wait more than they compute.
    maxWorkers: availableParallelism() + 1,
    globalSetup: ['test/helpers/postgres-setup.ts'],
    reporters: TEST_REPORTS
      ? ['default', ['json', { outputFile: `${TEST_REPORTS}/${process.pid}.json` }]]
      : ['default'],
    projects: [
      {
        test: {
          ...common(mode),
          name: 'server',
          include: ['test/*.test.ts', 'test/{sync,grist,highlevel,panel-api,engine,sandbox,proxy,demo}/**/*.test.ts'],
        },
      },
      {
        test: {
          ...common(mode),
          name: 'store',
          environment: 'jsdom',
          include: ['test/widget/store/**/*.test.ts'],
          setupFiles: [...everywhere, storage],
        },
      },
      {
        plugins: [preact()],
        test: {
          ...common(mode),
          name: 'widget',
          environment: 'jsdom',
          include: ['test/widget/{components,section}/**/*.test.{ts,tsx}'],
          setupFiles: [...everywhere, storage, 'test/helpers/widget-setup.ts'],
        },
      },
      {
        test: {
          ...common(mode),
          name: 'e2e',
          include: ['test/{e2e,faults}/**/*.test.ts'],
          globalSetup: ['test/helpers/e2e-setup.ts'],
        },
      },
    ],
  },
});

export default defineConfig(({ mode }) => (mode === 'server' ? server : { ...widget, ...tests(mode) }));
