import { type Listener, listen, type Place } from '../proxy/server.ts';
import { createGristPage, type GristPageOptions } from './grist-page.ts';
import { createDemoGrist } from './users.ts';

/** What Grist's page shows when it is opened or loaded again. */
export type Shown = Omit<GristPageOptions, 'gristServer'>;

/** Grist on a socket; its page is there from the first `show` on. */
export interface DemoGrist extends Listener {
  show(shown: Shown): void;
}

export async function serveGrist(place: Place): Promise<DemoGrist> {
  let current: Shown | undefined;
  const shown = () => {
    if (!current) throw new Error('Grist has nothing to show yet.');
    return current;
  };
  const page = createGristPage({
    document: () => shown().document(),
    startOver: () => shown().startOver(),
    manifestUrl: () => shown().manifestUrl(),
    gristServer: createDemoGrist(),
  });
  return {
    ...(await listen(page.fetch, place)),
    show: (next) => {
      current = next;
    },
  };
}
