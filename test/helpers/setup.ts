// Vitest runs a set-up file for each test file, and what it imports once.
import './patience.ts';
