import type { TargetedEvent } from 'preact';
import { useContext, useId } from 'preact/hooks';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { usePersonalMessages } from '../../i18n/use-personal.ts';
import type { Panel } from '../../store/view.ts';
import { Select } from '../parts/Select.tsx';
import { PreferencesContext } from './preferences.ts';
import './Settings.css';

const kinds = ['all', 'task', 'note', 'appointment'] as const;
const isKind = (text: string): text is (typeof kinds)[number] => kinds.some((kind) => kind === text);

/** The user's own preferences. They apply immediately and only in this browser. */
export function PersonalSettings({ panel }: { panel: Pick<Panel, 'timeline'> }) {
  const { timeline } = useMessages();
  const words = usePersonalMessages();
  const preferences = useContext(PreferencesContext);
  const id = useId();
  if (!words || !preferences) return null;
  const { language, kind, openOnly } = preferences;
  const languages = [
    { value: '', label: words.likeGrist },
    // Each language by its own name, so that users find theirs in any language of the panel.
    { value: 'en', label: 'English' },
    { value: 'es', label: 'Español' },
    { value: 'fr', label: 'Français' },
  ];
  return (
    <>
      <section class="block" aria-labelledby={`${id}language-head`}>
        <h2 id={`${id}language-head`}>{words.language}</h2>
        <label class="lab" for={`${id}language`}>
          {words.languageOf}
        </label>
        <Select id={`${id}language`} value={language.value.value} choices={languages} onPick={language.set} />
      </section>
      <section class="block" aria-labelledby={`${id}timeline-head`}>
        <h2 id={`${id}timeline-head`}>{timeline.landmark}</h2>
        <p>{words.timelineText}</p>
        <label class="lab" for={`${id}kind`}>
          {words.startsWith}
        </label>
        <Select
          id={`${id}kind`}
          value={kind.value.value}
          choices={[
            { value: 'last', label: words.asLeft },
            ...kinds.map((value) => ({ value, label: timeline.kinds[value] })),
          ]}
          onPick={(picked) => {
            kind.set(picked);
            if (isKind(picked)) panel.timeline.kind.value = picked;
          }}
        />
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            aria-checked={openOnly.value.value}
            checked={openOnly.value.value}
            onChange={(event: TargetedEvent<HTMLInputElement>) => {
              openOnly.set(event.currentTarget.checked);
              panel.timeline.openOnly.value = event.currentTarget.checked;
            }}
          />
          {timeline.openOnly}
        </label>
      </section>
    </>
  );
}
