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

/** Tests wait for events, never for time; a busy machine must not make one fail. */
const PATIENCE = 20_000;

/** Where nobody watches, a test that a stall made fail runs once more; the report marks it, and a marked test is one to mend. */
const retry = process.env.CI ? 1 : 0;

/** Holds what every sandbox says and hears against HighLevel's specification. */
const contract = 'test/helpers/contract/setup.ts';

const tests = {
  test: {
    // Most of them wait more than they compute.
    maxWorkers: '100%',
    reporters: TEST_REPORTS
      ? ['default', ['json', { outputFile: `${TEST_REPORTS}/${process.pid}.json` }]]
      : ['default'],
    projects: [
      {
        test: {
          name: 'server',
          environment: 'node',
          testTimeout: PATIENCE,
          retry,
          setupFiles: [contract],
          include: ['test/*.test.ts', 'test/{sync,grist,highlevel,panel-api,engine,sandbox,proxy,demo}/**/*.test.ts'],
        },
      },
      {
        plugins: [preact()],
        test: {
          name: 'widget',
          environment: 'jsdom',
          testTimeout: PATIENCE,
          retry,
          include: ['test/widget/**/*.test.{ts,tsx}'],
          setupFiles: [contract, 'test/helpers/widget-setup.ts'],
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/{e2e,faults}/**/*.test.ts'],
          setupFiles: [contract],
          globalSetup: ['test/helpers/e2e-setup.ts'],
          testTimeout: 60_000,
          retry,
          hookTimeout: 120_000,
          // A file has a Grist, a browser and processes of its own.
          maxWorkers: 2,
        },
      },
    ],
  },
};

export default defineConfig(({ mode }) => (mode === 'server' ? server : { ...widget, ...tests }));
