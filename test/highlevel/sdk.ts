import { HighLevel } from '@gohighlevel/api-client';
import { onTestFinished } from 'vitest';
import { createSandbox, type SandboxOptions } from '../../sandbox/app.ts';
import { serveSandbox } from '../../sandbox/serve.ts';

/** HighLevel's own SDK, pointed at a sandbox behind a real socket for the length of one test. */
export async function overSdk(options: SandboxOptions = {}) {
  const sandbox = createSandbox({ contacts: 60, ...options });
  const served = await serveSandbox(sandbox, { port: 0 });
  onTestFinished(() => served.close());
  const { token, locationId, companyId, contactIds } = sandbox.info;
  const sdk = new HighLevel({ privateIntegrationToken: token, apiVersion: '2021-07-28', logLevel: 'none' });
  redirect(sdk, served.url);
  return { sdk, sandbox, url: served.url, locationId, companyId, contactIds, contactId: contactIds[0] as string };
}

/** The SDK has no setting for its host: all its services share one HTTP client, whose base can be changed. */
export function redirect(sdk: HighLevel, url: string): void {
  Object.assign(sdk.getHttpClient().defaults, { baseURL: url, proxy: false });
}
