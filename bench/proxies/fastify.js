// The least proxy that Fastify's own plugin makes: no session, no limits, no log. Plain JavaScript, so that no compiler
// is counted with its memory. Arguments: where HighLevel is, and its token.
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
