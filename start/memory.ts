import { setFlagsFromString } from 'node:v8';

/**
 * Lets the heap grow by a fifth over what was in use before it is cleared; by itself Node clears late while the machine has
 * room, and a proxy of 25 MB comes to hold 150. What Node takes for young objects, only its command line can bound
 * (`npm start` does: `--max-semi-space-size`).
 */
export const keepHeapSmall = () => setFlagsFromString('--heap-growing-percent=20');
