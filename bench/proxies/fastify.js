// A minimal proxy with Fastify's plugin: no session, no limits, no log. It is plain JavaScript, so that its memory does
// not include a compiler. Arguments: HighLevel's URL and token.
import proxy from '@fastify/http-proxy';
import fastify from 'fastify';

const [upstream, token] = process.argv.slice(2);
const app = fastify();
await app.register(proxy, {
  upstream,
  replyOptions: {
    rewriteRequestHeaders: (_request, headers) => ({
      ...headers,
      authorization: `Bearer ${token}`,
      version: '2021-07-28',
    }),
  },
});
console.log(`Ready ${await app.listen({ port: 0, host: '127.0.0.1' })}`);
