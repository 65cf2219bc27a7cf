import { type Attributes, type ComponentChildren, type ComponentType, h } from 'preact';
import { useEffect, useReducer, useState } from 'preact/hooks';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { Blank } from '../screens/Blank.tsx';

export type Loader<P> = () => Promise<ComponentType<P>>;

interface LazyProps<P> {
  /** Must be the same function at each render. */
  load: Loader<P>;
  props: Attributes & P;
  /** Keeps the place meanwhile. */
  fallback?: ComponentChildren;
  /** Stands where the code cannot be fetched; otherwise a sentence and the way to try again. */
  errorFallback?: ComponentChildren;
}

const loaded = new WeakMap<object, unknown>();

/** Fetches a part's code before it is needed. A part that cannot be fetched now is tried again when it is. */
export async function preload<P>(load: Loader<P>): Promise<ComponentType<P>> {
  const Part = await load();
  loaded.set(load, Part);
  return Part;
}

/** Shows a part whose code is fetched when it is first needed, at once when it is there already. */
export function Lazy<P>({ load, props, fallback, errorFallback }: LazyProps<P>) {
  const { lazyFailed, reload } = useMessages();
  // One part can take another's place: each arrival counts, and only its own failure.
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const [failed, setFailed] = useState<Loader<P>>();
  const Part = loaded.get(load) as ComponentType<P> | undefined;
  useEffect(() => {
    if (loaded.has(load)) return;
    preload(load).then(
      () => redraw(undefined),
      () => setFailed(() => load),
    );
  }, [load]);

  if (Part) return h(Part, props);
  if (failed !== load) return <>{fallback}</>;
  if (errorFallback !== undefined) return <>{errorFallback}</>;
  return (
    <Blank title={lazyFailed}>
      <button type="button" class="btn" onClick={() => location.reload()}>
        {reload}
      </button>
    </Blank>
  );
}
