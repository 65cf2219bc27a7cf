import './Icon.css';

/** Icons in the style of `Icon`, loaded with the remaining parts of a contact. */
const paths = {
  clip: 'm12.6 7.4-5 5a2.9 2.9 0 0 1-4.1-4.1L9 2.9a2 2 0 0 1 2.8 2.8l-5.4 5.4a1 1 0 0 1-1.4-1.4l4.8-4.8',
  keyboard:
    'M3 4h10a1.5 1.5 0 0 1 1.5 1.5v5A1.5 1.5 0 0 1 13 12H3a1.5 1.5 0 0 1-1.5-1.5v-5A1.5 1.5 0 0 1 3 4M4.2 6.7h.1M7 6.7h.1M9.8 6.7h.1M12 6.7h.1M5 9.4h6',
  plus: 'M8 3.5v9M3.5 8h9',
  settings:
    'M2.5 5h5.6M11.9 5h1.6M2.5 11h1.6M7.9 11h5.6M8.1 5a1.9 1.9 0 1 0 3.8 0 1.9 1.9 0 1 0-3.8 0M4.1 11a1.9 1.9 0 1 0 3.8 0 1.9 1.9 0 1 0-3.8 0',
  trash:
    'M3 4.5h10M6.3 4.5V3.2A.7.7 0 0 1 7 2.5h2a.7.7 0 0 1 .7.7v1.3M4.4 4.5l.6 8a1 1 0 0 0 1 1h4a1 1 0 0 0 1-1l.6-8M6.8 7v4M9.2 7v4',
};

export function MoreIcon({ name, size = 14 }: { name: keyof typeof paths; size?: 12 | 14 }) {
  return (
    <svg class={`i ${size === 12 ? 'i-xs' : 'i-s'}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
