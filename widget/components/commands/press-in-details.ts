import { find } from './command.ts';

/** Milliseconds within which the last parts of the details appear. */
const maxWait = 3_000;
/** Milliseconds between steps, so that hidden fields are shown only if the previous step did not reveal the control. */
const stepDelay = 300;

/** Clicks a control of the details. Until it exists, it opens the details, clears their search and shows empty fields. */
export function pressInDetails(control: string, container = control): void {
  const ways = ['.sec-toggle[aria-expanded=false]', '[data-reveal=all]', '[data-reveal=empty]'];
  const until = performance.now() + maxWait;
  let nextStep = 0;
  const look = () => {
    const now = performance.now();
    const there = find(control);
    if (there) return there.click();
    // Some sections load only when they are in view.
    const near = find(container);
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
