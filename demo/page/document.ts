import type { PageSettings } from './settings.ts';

interface AccessTokenResult {
  token: string;
  baseUrl: string;
  ttlMsecs: number;
}

/** The parts of grist-static's page that the demo touches. */
declare global {
  interface Window {
    bootstrapGrist(options: {
      initialFile: string;
      name: string;
      fakeDocId: string;
      singlePage?: boolean;
      testRefreshPersistence?: boolean;
      behaviorOverrides?: { onOpenComplete?(): void };
    }): void;
    gristConfig: { assignmentId?: string };
    gristApp: {
      comm: { ad: { getAccessToken(session: unknown, options: { readOnly?: boolean }): Promise<AccessTokenResult> } };
    };
  }
}

const quarterOfAnHour = 15 * 60 * 1000;

/** Opens the document in the page, with edits kept over a reload of the tab. */
export async function openDocument(settings: PageSettings): Promise<void> {
  await loadScript(`${settings.gristUrl}latest.js`);
  window.bootstrapGrist({
    initialFile: settings.documentUrl,
    name: settings.name,
    fakeDocId: settings.docId,
    // Of a single page, grist-static lets nothing be changed unless the document is a new one.
    singlePage: settings.readOnly,
    testRefreshPersistence: true,
    behaviorOverrides: { onOpenComplete: () => vouch(settings) },
  });
}

/** Makes the next load of the tab open the document as the server has it. */
export function forgetEdits({ docId }: PageSettings): void {
  sessionStorage.removeItem(`grist-static-snap-${docId}`);
  // Under this id grist-static would keep the edits once more when the page goes away.
  window.gristConfig.assignmentId = undefined;
}

/** grist-static has no access tokens of its own: they come from the server that vouches for the demo's people. */
function vouch({ docId, readOnly }: PageSettings): void {
  const baseUrl = `${window.location.origin}/api/docs/${docId}`;
  window.gristApp.comm.ad.getAccessToken = async () => {
    const answer = await fetch(`/access-token?${new URLSearchParams({ doc: docId, readOnly: String(readOnly) })}`);
    return { token: await answer.text(), baseUrl, ttlMsecs: quarterOfAnHour };
  };
}

function loadScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    Object.assign(script, { src, onload: () => resolve(), onerror: () => reject(new Error(`Cannot load ${src}`)) });
    document.head.append(script);
  });
}
