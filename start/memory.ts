import { setFlagsFromString } from 'node:v8';

const day = 24 * 3600_000;

/**
 * Lets the heap grow by a fifth over what was in use before it is cleared; by itself Node clears late while the machine has
 * room, and a proxy of 25 MB comes to hold 150. While little goes on, Node would clear it again and again to save the last
 * megabyte, and each time it forgets the compiled form of what does not run just then: at twenty calls a second, of nearly
 * all, and a call takes half as long again. What it takes for young objects, only its command line can bound (`npm start`
 * does: `--max-semi-space-size`).
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=20');
  setFlagsFromString(`--gc-memory-reducer-start-delay-ms=${day}`);
}
