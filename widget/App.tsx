import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import { useLayoutEffect } from 'preact/hooks';
import { Announcer } from './components/Announcer.tsx';
import { CurrentScreen } from './components/CurrentScreen.tsx';
import { Commanded } from './components/commands/Commanded.tsx';
import { Words } from './i18n/Words.tsx';
import type { Panel } from './store/view.ts';

/** The whole panel, from what the stores say. */
export function App({ panel }: { panel: Panel }) {
  const { language } = panel.environment;
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <main class="panel">
      <Words locale={panel.environment}>
        <Commanded panel={panel}>
          <CurrentScreen panel={panel} />
        </Commanded>
        <Announcer panel={panel} />
      </Words>
    </main>
  );
}
