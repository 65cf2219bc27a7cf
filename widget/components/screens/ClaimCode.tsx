import { useState } from 'preact/hooks';
import type { LateMessages } from '../../i18n/en/late.ts';
import type { Connecting } from '../../store/views/connection.ts';

/** For browsers in which the window cannot hand over its code by itself. */
export function ClaimCode({ connecting, words: { connect } }: { connecting: Connecting; words: LateMessages }) {
  const [code, setCode] = useState('');
  return (
    <details class="connect-code">
      <summary>{connect.code}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim()) connecting.claim(code);
        }}
      >
        <input
          class="input"
          aria-label={connect.codeLabel}
          autocomplete="off"
          value={code}
          onInput={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <button type="submit" class="btn btn--sm">
          {connect.useCode}
        </button>
      </form>
    </details>
  );
}
