import { render } from 'preact';
import { App } from '../../widget/App.tsx';
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
const theme = query.get('theme') ?? 'light';
const { style } = document.documentElement;
style.colorScheme = theme === 'dark' ? 'dark' : 'light';
if (theme === 'contrast') {
  for (const [name, value] of Object.entries(highContrast)) style.setProperty(`--grist-theme-${name}`, value);
}

const state = states[query.get('state') ?? 'contact'];
const root = document.getElementById('panel');
if (root && state) {
  const panel = state(query.get('language') ?? 'en');
  // For whoever looks closer from the console or a script.
  Object.assign(window, { panel });
  render(<App panel={panel} />, root);
}
