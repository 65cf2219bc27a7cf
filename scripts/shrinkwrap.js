import { copyFileSync, rmSync } from 'node:fs';

// npm leaves package-lock.json out of a package and takes npm-shrinkwrap.json, the same under another name: so whoever
// installs the package gets the very versions that were tested.
const [, , step] = process.argv;
if (step === 'write') copyFileSync('package-lock.json', 'npm-shrinkwrap.json');
else rmSync('npm-shrinkwrap.json', { force: true });
