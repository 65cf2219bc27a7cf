import { type Attributes, type ComponentChildren, type ComponentType, h } from 'preact';
import { useEffect, useReducer, useState } from 'preact/hooks';
import { useMessages } from '../../i18n/LocaleProvider.tsx';
import { Blank } from '../screens/Blank.tsx';

export type Loader<P> = () => Promise<ComponentType<P>>;

interface LazyProps<P> {
  /** Must be the same function at each render, because the loaded component is cached by it. */
  load: Loader<P>;
  props: Attributes & P;
  /** Rendered while the code is loading. */
  fallback?: ComponentChildren;
  /** Rendered if the code cannot be fetched. @default a message with a button that reloads the page */
  errorFallback?: ComponentChildren;
}

const loaded = new WeakMap<object, unknown>();

/** Fetches a component's code before it is needed. After a failure, `Lazy` fetches it again. */
export async function preload<P>(load: Loader<P>): Promise<ComponentType<P>> {
  const Part = await load();
  loaded.set(load, Part);
  return Part;
}

/** Renders a component whose code is fetched on first use; without delay if it is already loaded. */
export function Lazy<P>({ load, props, fallback, errorFallback }: LazyProps<P>) {
  const { lazyFailed, reload } = useMessages();
  // `load` can change: any arrival redraws, but only the failure of the current loader counts.
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
