import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/labels.css';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { Hotkeys } from './components/commands/Hotkeys.tsx';
import { Announcer } from './components/parts/Announcer.tsx';
import { CurrentScreen } from './components/screens/CurrentScreen.tsx';
import { applyPreferences, createPreferences, PreferencesContext } from './components/settings/preferences.ts';
import { LocaleProvider } from './i18n/LocaleProvider.tsx';
import type { Panel } from './store/view.ts';

/** The whole panel, from what the stores say. */
export function App({ panel }: { panel: Panel }) {
  const preferences = useMemo(() => {
    const made = createPreferences();
    applyPreferences(made, panel);
    return made;
  }, [panel]);
  const language = preferences.language.value.value || panel.environment.language;
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <main class="panel">
      <LocaleProvider locale={{ ...panel.environment, language }}>
        <Hotkeys panel={panel}>
          <PreferencesContext.Provider value={preferences}>
            <CurrentScreen panel={panel} />
          </PreferencesContext.Provider>
        </Hotkeys>
        <Announcer panel={panel} />
      </LocaleProvider>
    </main>
  );
}
