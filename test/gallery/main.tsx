import { render } from 'preact';
import { App } from '../../widget/App.tsx';
import { createPreferences } from '../../widget/components/settings/preferences.ts';
import { states } from './states.ts';

/** What Grist's high-contrast theme sets (measured on Grist 1.7). */
const highContrast = {
  secondary: '#717178',
  decoration: '#8f8f8f',
  'decoration-secondary': '#cfcfcf',
  'decoration-tertiary': '#dfdfdf',
  primary: '#0f7b51',
  'primary-dim': '#196c47',
};

const query = new URLSearchParams(location.search);
const { style } = document.documentElement;

function wear(theme: string): void {
  style.colorScheme = theme === 'dark' ? 'dark' : 'light';
  for (const [name, value] of Object.entries(highContrast)) {
    if (theme === 'contrast') style.setProperty(`--grist-theme-${name}`, value);
    else style.removeProperty(`--grist-theme-${name}`);
  }
}

wear(query.get('theme') ?? 'light');
document.documentElement.dir = query.get('dir') ?? 'ltr';

const state = states[query.get('state') ?? 'contact'];
const root = document.getElementById('panel');
if (root && state) {
  const panel = state(query.get('language') ?? 'en');
  // A panel begins with what showed when it was left.
  createPreferences().last.set(panel.timeline.kind.peek());
  // For whoever looks closer from the console or a script.
  Object.assign(window, { panel, wear });
  render(<App panel={panel} />, root);
}
