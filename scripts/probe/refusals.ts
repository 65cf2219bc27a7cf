import type { ProbeContext } from './context.ts';
import { type Finding, finding, refusalOf } from './finding.ts';

/** A valid but unknown id of twenty characters. */
const unknownId = 'probeNobody000000000';

/** Checks the refusals of requests with one error each. */
export async function checkRefusals(context: ProbeContext): Promise<Finding[]> {
  const { request, locationId, contactId, calendarId } = context;
  const location = `/locations/${locationId}`;
  const refused = async (about: string, expected: string, ...args: Parameters<typeof request>) =>
    finding(about, expected, refusalOf(await request(...args)));
  const found = [
    await refused('no Version', '401 version header was not found.', 'GET', location, { version: null }),
    await refused('an unknown Version', '401 version header is invalid', 'GET', location, { version: '2020-01-01' }),
    await refused('a token that is no integration’s', '401 Invalid Private Integration token', 'GET', location, {
      token: 'pit-00000000-0000-0000-0000-000000000000',
    }),
    await refused('a token that is no JWT', '401 Invalid JWT', 'GET', location, { token: 'nonsense' }),
    await refused(
      'another location',
      '403 The token does not have access to this location.',
      'GET',
      `/contacts/?locationId=${unknownId}&limit=1`,
    ),
    await refused('an unknown contact', '400 Contact with id prob… not found', 'GET', `/contacts/${unknownId}`),
    await refused('an unknown path', '404 Cannot GET /contact-probe', 'GET', '/contact-probe'),
    await refused('a path in the wrong case', '401 Unauthorized', 'GET', `/Contacts/${contactId || unknownId}`),
  ];
  const search = await request('POST', '/contacts/search', { body: { pageLimit: 1 } });
  found.push(finding('a search without location', '422 with a list of words', statusAndWords(search)));
  const now = Date.now();
  const slots = `/calendars/${calendarId}/free-slots?startDate=${now}&endDate=${now + 86_400_000}`;
  const withLocation = calendarId ? await request('GET', `${slots}&locationId=${locationId}`) : null;
  found.push(finding('free slots with a location', '422', withLocation && `${withLocation.status}`));
  return [...found, await checkVersions(context), await checkCors(context)];
}

const statusAndWords = ({ status, body }: { status: number; body: { message?: unknown } }) =>
  `${status} ${Array.isArray(body.message) ? 'with a list of words' : `with ${typeof body.message}`}`;

async function checkVersions({ request, locationId }: ProbeContext): Promise<Finding> {
  const versions = ['2021-04-15', '2021-07-28', '2023-02-21', 'v3'];
  const taken: string[] = [];
  for (const version of versions) {
    const { status } = await request('GET', `/locations/${locationId}`, { version });
    if (status === 200) taken.push(version);
  }
  return finding('published versions that any path takes', versions.join(', '), taken.join(', ') || 'none');
}

async function checkCors({ request, locationId }: ProbeContext): Promise<Finding> {
  const { headers } = await request('OPTIONS', `/locations/${locationId}`, {
    headers: {
      origin: 'https://panel.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization,version',
    },
  });
  const isOpen = headers.has('access-control-allow-origin');
  return finding('browsers of another origin', 'not let in', isOpen ? 'let in' : 'not let in');
}
