import { HighLevel } from '@gohighlevel/api-client';
import { redirect } from './sdk.ts';

/** A method of the SDK and the endpoint that it calls. */
export interface SdkMethod {
  /** e.g. `contacts.getContact` */
  name: string;
  method: string;
  /** `{}` stands for a value in the path, e.g. `/contacts/{}/tasks`. */
  path: string;
}

/** The services whose endpoints the sandbox has. */
const services = ['contacts', 'calendars', 'locations', 'users', 'businesses', 'oauth'] as const;

const anyValue = '0000value0000';
const textOnly = (key: string | symbol) => (key === Symbol.toPrimitive ? () => anyValue : undefined);
const anyParameters = new Proxy<Record<string, string>>(
  {},
  { get: (_, key) => (typeof key === 'symbol' ? textOnly(key) : anyValue) },
);

/** Finds the endpoint of each method by calling it without a network. Methods without a request are left out. */
export async function sdkMethods(): Promise<SdkMethod[]> {
  const sdk = new HighLevel({ privateIntegrationToken: 'pit-0000', logLevel: 'none' });
  redirect(sdk, 'http://127.0.0.1');
  let endpoint: Omit<SdkMethod, 'name'> | undefined;
  sdk.getHttpClient().defaults.adapter = async (config) => {
    const path = (config.url ?? '').replaceAll(anyValue, '{}').replace(/(.)\/$/, '$1');
    endpoint = { method: (config.method ?? '').toUpperCase(), path };
    return { data: {}, status: 200, statusText: 'OK', headers: {}, config };
  };
  const found: SdkMethod[] = [];
  for (const service of services) {
    for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(sdk[service]))) {
      const method: unknown = Reflect.get(sdk[service], name);
      if (name === 'constructor' || typeof method !== 'function') continue;
      endpoint = undefined;
      await (async () => method.call(sdk[service], anyParameters, {}, {}, 'refresh_token', 'Location'))().catch(
        () => {},
      );
      if (endpoint) found.push({ name: `${service}.${name}`, ...(endpoint as Omit<SdkMethod, 'name'>) });
    }
  }
  return found;
}
