import { find } from './command.ts';

/** Milliseconds in which what the details show last arrives. */
const maxWait = 3_000;
/** Milliseconds in which one step may bring it, before the next is tried: what a person hid must not show for nothing. */
const stepDelay = 300;

/** Presses a control of the details: they are opened, a search in them ends, empty fields show, until it is there. */
export function pressInDetails(control: string, place = control): void {
  const ways = ['.sec-toggle[aria-expanded=false]', '[data-reveal=all]', '[data-reveal=empty]'];
  const until = performance.now() + maxWait;
  let nextStep = 0;
  const look = () => {
    const now = performance.now();
    const there = find(control);
    if (there) return there.click();
    // Some of it is fetched when it is seen.
    const near = find(place);
    near?.scrollIntoView?.({ block: 'center' });
    const step = !near && now > nextStep ? find(ways.shift() ?? '_') : null;
    if (step) {
      step.click();
      nextStep = now + stepDelay;
    } else if (now > until) return;
    requestAnimationFrame(() => requestAnimationFrame(look));
  };
  look();
}
