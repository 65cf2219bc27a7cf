#!/usr/bin/env -S node --max-semi-space-size=4
import { limitHeapGrowth } from './heap.ts';

// Called before other modules load, because Node schedules its next garbage collection while they load.
limitHeapGrowth();
await import('./run.ts');
