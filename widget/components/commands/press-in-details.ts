import { find } from './command.ts';

/** Milliseconds in which what the details show last arrives. */
const patience = 1_500;

/** Presses a control of the details: they are opened, a search in them ends, empty fields show, until it is there. */
export function pressInDetails(control: string, place = control): void {
  const ways = ['.sec-toggle[aria-expanded=false]', '[data-reveal=all]', '[data-reveal=empty]'];
  const until = performance.now() + patience;
  const look = () => {
    const there = find(control);
    if (there) return there.click();
    // Some of it is fetched when it is seen.
    const near = find(place);
    near?.scrollIntoView?.({ block: 'center' });
    const way = near ? undefined : ways.shift();
    if (way) find(way)?.click();
    else if (performance.now() > until) return;
    requestAnimationFrame(() => requestAnimationFrame(look));
  };
  look();
}
