import { keepHeapSmall } from './memory.ts';

// Before the rest is loaded: while it loads, Node plans when to clear the heap next.
keepHeapSmall();
await import('./run.ts');
