import { useState } from 'preact/hooks';

/** Whether an entry shows all it has. */
export function useOpen() {
  const [open, setOpen] = useState(false);
  return { open, toggle: () => setOpen(!open) };
}
