import { setFlagsFromString } from 'node:v8';

const day = 24 * 3600_000;

/**
 * Collects garbage when the heap has grown by a fifth. By default Node collects late while the machine has
 * free memory, and a proxy with 25 MB of live objects grows to 150 MB. When idle, Node would collect repeatedly to free the last
 * megabyte and discard the compiled code of functions that are not running: at twenty calls a second nearly
 * all of it, which makes calls 50 % slower. The memory for young objects can only be limited on the command line (`npm start`
 * sets `--max-semi-space-size`).
 */
export function limitHeapGrowth(): void {
  setFlagsFromString('--heap-growing-percent=20');
  setFlagsFromString(`--gc-memory-reducer-start-delay-ms=${day}`);
}
