import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Missing } from '../../../engine/forms.ts';
import { useWritingMessages } from '../../i18n/use-writing.ts';

/** The ids that connect a control with its label and its validation message. */
export interface ControlNames {
  id: string;
  /** The id of the validation message. */
  missing: string | undefined;
}

interface LabelledProps {
  /** Absent if the control has its own label. */
  label?: string;
  class?: string;
  /** The requirement that this control fulfils, and the unfulfilled requirements. */
  about?: Missing;
  missing?: readonly Missing[];
  children: (names: ControlNames) => ComponentChildren;
}

/** A control with its label above and its validation message below. */
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
