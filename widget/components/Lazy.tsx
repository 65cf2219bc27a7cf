import { type Attributes, type ComponentType, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useMessages } from '../i18n/Words.tsx';
import { Blank } from './Blank.tsx';

interface LazyProps<P> {
  /** Must be the same function at each render. */
  load: () => Promise<ComponentType<P>>;
  props: Attributes & P;
}

/** Shows a component whose code is fetched when it is first needed. */
export function Lazy<P>({ load, props }: LazyProps<P>) {
  const { lazyFailed, reload } = useMessages();
  const [loaded, setLoaded] = useState<{ Part: ComponentType<P> } | 'failed'>();
  useEffect(() => {
    let current = true;
    load()
      .then((Part) => ({ Part }))
      .catch(() => 'failed' as const)
      .then((result) => current && setLoaded(result));
    return () => {
      current = false;
    };
  }, [load]);

  if (!loaded) return null;
  if (loaded === 'failed') {
    return (
      <Blank title={lazyFailed}>
        <button type="button" class="btn" onClick={() => location.reload()}>
          {reload}
        </button>
      </Blank>
    );
  }
  return h(loaded.Part, props);
}
