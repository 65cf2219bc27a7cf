import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useWritingMessages } from '../../i18n/use-writing.ts';
import type { Missing } from '../../store/views/entries.ts';

/** What a control needs to be known by its label and by what is wrong with it. */
export interface ControlNames {
  id: string;
  /** The name of the sentence that says what is missing. */
  missing: string | undefined;
}

interface LabelledProps {
  /** Absent where the control names itself. */
  label?: string;
  class?: string;
  /** What this control is about, and what of it is missing. */
  about?: Missing;
  missing?: readonly Missing[];
  children: (names: ControlNames) => ComponentChildren;
}

/** A control with its label above and, below, the sentence about what it lacks. */
export function Labelled({ label, class: name = '', about, missing = [], children }: LabelledProps) {
  const words = useWritingMessages();
  const id = useId();
  const lacking = about !== undefined && missing.includes(about) ? about : null;
  const missingId = lacking ? `${id}-missing` : undefined;
  return (
    <div class={`lab ${name}`}>
      {label && <label for={id}>{label}</label>}
      {children({ id, missing: missingId })}
      {lacking && (
        <p id={missingId} class="form-missing">
          {words?.missing[lacking]}
        </p>
      )}
    </div>
  );
}
