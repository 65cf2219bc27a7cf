import type { Api } from '../../../highlevel/client.ts';
import type { Section } from '../../section/port.ts';
import { lazy } from '../lazy.ts';
import type { Linking } from '../views/linking.ts';
import type { createLinking } from './linking.ts';

interface LateLinkingOptions extends Omit<Parameters<typeof createLinking>[0], 'api' | 'docId'> {
  section: Parameters<typeof createLinking>[0]['section'] & Pick<Section, 'docId'>;
  api: () => Promise<Api>;
  onMade: (linking: { dispose(): void }) => void;
}

/** What finds, links and makes the contact of a row, whose code is fetched for a row without one. Answers the same each time. */
export const createLateLinking = (options: LateLinkingOptions): (() => Promise<Linking>) =>
  lazy(async () => {
    const [{ createLinking }, api, docId] = await Promise.all([
      import('./linking.ts'),
      options.api(),
      options.section.docId(),
    ]);
    const linking = createLinking({ ...options, api, docId });
    options.onMade(linking);
    return linking;
  });
