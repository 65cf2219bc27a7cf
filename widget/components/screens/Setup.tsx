import type { ComponentChildren } from 'preact';
import { type Step, Steps } from './Steps.tsx';

interface SetupProps {
  title: string;
  text: string;
  steps: readonly Step[];
  /** What follows the steps. */
  children?: ComponentChildren;
}

/** A screen of numbered steps. */
export function Setup({ title, text, steps, children }: SetupProps) {
  return (
    <div class="setup">
      <h1>{title}</h1>
      <p>{text}</p>
      <Steps steps={steps} />
      {children}
    </div>
  );
}
