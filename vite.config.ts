import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { gristPluginApi } from './scripts/grist-plugin-api.ts';
import { precompress } from './scripts/precompress.ts';

/**
 * Files that are preloaded with a lazy chunk. The names of all scripts would cost more bytes in the first load than the
 * round trip that they save; only the client of HighLevel is on the critical path.
 */
const preloaded = (part: string, files: string[]): string[] =>
  part.includes('/highlevel-') ? files : files.filter((file) => file.endsWith('.css'));

/** The widget, built for browsers into `dist/widget`. */
const widget = {
  plugins: [preact(), gristPluginApi(), precompress()],
  base: './',
  // In development, the API is that of a running `npm start`.
  server: { proxy: { '/api': 'http://127.0.0.1:8787' } },
  build: {
    outDir: 'dist/widget',
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false, resolveDependencies: preloaded },
    // The first load is one file, and so is the client of HighLevel: small files compress worse, and each is a
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
  // Each has hundreds of small files: bundled, the process starts in half the time.
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

/** A folder for machine-readable reports, a file for each run. */
const { TEST_REPORTS } = process.env;

/** In CI a failed test runs again, because a stalled machine may cause it; the report marks it as flaky, which must be fixed. */
const retry = process.env.CI ? 2 : 0;

/** The second validates every exchange of a sandbox against HighLevel's specification. */
const everywhere = ['test/helpers/setup.ts', 'test/helpers/contract/setup.ts'];

const storage = 'test/helpers/storage-setup.ts';

/** `npm run test:long` runs only the files with random schedules, at full length; these are the others. */
const withoutChance = () =>
  readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name) && !readFileSync(`test/${name}`, 'utf8').includes('/runs.ts'))
    .map((name) => `test/${name}`);

/** Files of a worker share their modules, which are loaded once: no test leaves state in a module. */
const common = (mode: string) => ({
  // Tests wait for events, never for time: these only end a test whose event never occurs, also on a busy machine.
  testTimeout: mode === 'long' ? 1_800_000 : 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 60_000 } },
  retry,
  isolate: false,
  unstubEnvs: true,
  unstubGlobals: true,
  setupFiles: everywhere,
  exclude: mode === 'long' ? withoutChance() : [],
});

const tests = (mode: string) => ({
  test: {
    // They wait for browsers and clocks, too; with more than this, pages on two cores took a minute for a click.
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
