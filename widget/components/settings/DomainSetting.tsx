import type { TargetedEvent } from 'preact';
import { useId, useState } from 'preact/hooks';
import { readHostName } from '../../../sync/host-name.ts';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { useFieldsMessages } from '../../i18n/use-fields.ts';
import type { Panel } from '../../store/view.ts';
import { Marked } from '../parts/Marked.tsx';
import './Settings.css';

const defaultDomain = 'app.gohighlevel.com';

/** The domain of links into HighLevel: an agency can have a white-label domain. */
export function DomainSetting({ panel }: { panel: Pick<Panel, 'readOnly' | 'settings'> }) {
  const words = useFieldsMessages();
  const { save } = useMessages();
  const [outcome, setOutcome] = useState<'nothing' | 'bad' | 'kept'>('nothing');
  const id = useId();
  if (!words) return null;
  const { domain } = words;
  const current = panel.settings.domain.value;

  const onSubmit = (event: TargetedEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = readHostName(String(new FormData(event.currentTarget).get('domain') ?? ''));
    setOutcome(wanted === null ? 'bad' : 'kept');
    if (wanted !== null) panel.settings.chooseDomain(wanted === defaultDomain ? '' : wanted);
  };
  return (
    <section class="block" aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`}>{domain.title}</h2>
      <p>{domain.text}</p>
      <form class="domain" noValidate onSubmit={onSubmit}>
        <input
          name="domain"
          class="input"
          inputMode="url"
          autoComplete="off"
          spellcheck={false}
          key={current}
          defaultValue={current === defaultDomain ? '' : current}
          placeholder={defaultDomain}
          aria-label={domain.label}
          aria-invalid={outcome === 'bad' ? true : undefined}
          aria-describedby={`${id}outcome`}
          disabled={panel.readOnly.value}
          onInput={() => setOutcome('nothing')}
        />
        <button type="submit" class="btn" disabled={panel.readOnly.value}>
          {save}
        </button>
      </form>
      <p id={`${id}outcome`} class={outcome === 'bad' ? 'domain-bad' : undefined} aria-live="polite">
        {outcome === 'bad' && domain.bad}
        {outcome === 'kept' && <Marked text={domain.kept} />}
      </p>
    </section>
  );
}
