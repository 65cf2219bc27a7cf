import { existsSync, readFileSync } from 'node:fs';
import { gzipOf, parts, readBundle } from './bundle.ts';

const folder = 'dist/widget';

interface Budgets {
  /** Our JavaScript and CSS that block the first paint. */
  firstLoad: number;
  /** Page, first load, and the chunks that reading any contact needs. */
  contact: number;
  /** All files in all languages, which are never loaded together. */
  all: number;
}

if (!existsSync(`${folder}/index.html`)) {
  console.error(`There is no built widget in ${folder}. Run \`npm run build\` first.`);
  process.exit(1);
}

const { budgets } = JSON.parse(readFileSync('package.json', 'utf8')) as { budgets: Budgets };
const files = readBundle(folder);
const figures = (bytes: number) => bytes.toLocaleString('en').padStart(9);

console.log('Bytes of the widget, gzip -9\n');
for (const part of parts) {
  console.log(`${part.padEnd(46)}${figures(gzipOf(files, part))}`);
  for (const file of files.filter((file) => file.part === part)) {
    console.log(`  ${file.name.padEnd(44)}${figures(file.gzip)}${figures(file.bytes)} raw`);
  }
}

const limits = [
  { name: 'first load', bytes: gzipOf(files, 'first load'), budget: budgets.firstLoad, key: 'firstLoad' },
  { name: 'contact', bytes: gzipOf(files, 'page', 'first load', 'contact'), budget: budgets.contact, key: 'contact' },
  { name: 'all', bytes: gzipOf(files, 'page', 'first load', 'contact', 'on demand'), budget: budgets.all, key: 'all' },
];
console.log('');
for (const { name, bytes, budget } of limits) {
  console.log(`${name.padEnd(12)}${figures(bytes)} of${figures(budget)}  ${Math.round((100 * bytes) / budget)} %`);
}

const over = limits.filter(({ bytes, budget }) => bytes > budget);
for (const { name, bytes, budget, key } of over) {
  console.error(
    `\nOver budget: ${name} is ${bytes - budget} bytes too large. Load less at once, or raise budgets.${key} in package.json and say why.`,
  );
}
process.exitCode = over.length > 0 ? 1 : 0;
