import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = /\.(js|css|html|svg|json)$/;
/** Smaller files fit into one packet even without compression. */
const SMALLEST = 1024;

const packers = {
  br: promisify<Buffer, Buffer>(brotliCompress),
  gz: (bytes: Buffer) => promisify<Buffer, { level: number }, Buffer>(gzip)(bytes, { level: 9 }),
};

/** Writes `.br` and `.gz` next to each file of the build, so that the server does not compress during a request. */
export function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    // Not earlier, because Vite still rewrites chunks after it has generated them.
    async writeBundle({ dir = '.' }, bundle) {
      for (const file of Object.keys(bundle).filter((name) => compressible.test(name))) {
        const bytes = await readFile(join(dir, file));
        if (bytes.length < SMALLEST) continue;
        for (const [ending, pack] of Object.entries(packers)) {
          await writeFile(join(dir, `${file}.${ending}`), await pack(bytes));
        }
      }
    },
  };
}
