import type { ComponentChildren } from 'preact';
import { Icon } from '../parts/Icon.tsx';
import { Marked } from '../parts/Marked.tsx';
import './Steps.css';

export interface Step {
  state: 'done' | 'now' | 'later';
  title: string;
  text?: string;
  /** Shown between title and text. */
  picture?: ComponentChildren;
}

/** Numbered steps. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol class="steps">
      {steps.map((step, index) => (
        <li key={step.title} class={`step step--${step.state}`}>
          <span class="step-n">{step.state === 'done' ? <Icon name="check" size={12} /> : index + 1}</span>
          <div>
            <h2>
              <Marked text={step.title} />
            </h2>
            {step.picture}
            {step.text && (
              <p>
                <Marked text={step.text} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
