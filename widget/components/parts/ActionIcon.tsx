import './Icon.css';

/** Icons in the style of `Icon`, loaded with the actions and the choices of a conflict. */
const paths = {
  edit: 'M3 13l.7-2.8 7-7a1.2 1.2 0 0 1 1.7 0l.4.4a1.2 1.2 0 0 1 0 1.7l-7 7zM9.6 4.3l2.1 2.1',
  remove: 'M3 4.7h10M6.4 4.7V3.2h3.2v1.5M4.6 4.7l.6 8.1h5.6l.6-8.1M6.9 7.2v3.4M9.1 7.2v3.4',
  before: 'M5.6 4 2.9 6.7l2.7 2.7M3 6.7h6.4a3.2 3.2 0 0 1 0 6.4H7',
  grist:
    'M3.5 3h9A1.5 1.5 0 0 1 14 4.5v7a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5v-7A1.5 1.5 0 0 1 3.5 3M2 6.4h12M6.4 6.4V13',
  effect: 'M3 8h9.8M9.3 4.5 12.8 8l-3.5 3.5',
  highlevel: 'M4 13V7.2M2.5 8.7 4 7.2l1.5 1.5M12 13V7.2M10.5 8.7 12 7.2l1.5 1.5M8 13V3M6.2 4.8 8 3l1.8 1.8',
  pin: 'M5.8 2.7h4.4M6.6 2.7v4L4.5 9.2h7L9.4 6.7v-4M8 9.2v4.3',
};

export function ActionIcon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="i i-s" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
