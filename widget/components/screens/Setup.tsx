import type { ComponentChildren } from 'preact';
import { Icon } from '../parts/Icon.tsx';
import { Marked } from '../parts/Marked.tsx';
import './Setup.css';

export interface Step {
  state: 'done' | 'now' | 'later';
  title: string;
  text?: string;
  /** Shown between title and text. */
  picture?: ComponentChildren;
}

/** A screen of numbered steps. */
export function Setup({ title, text, steps }: { title: string; text: string; steps: readonly Step[] }) {
  return (
    <div class="setup">
      <h1>{title}</h1>
      <p>{text}</p>
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
    </div>
  );
}
