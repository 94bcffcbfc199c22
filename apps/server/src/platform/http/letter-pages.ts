import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/**
 * A page behind a link in a letter, open to whoever has the letter. Reading it changes nothing, so that a scanner of
 * links does no harm; posting to it acts, by its own button or by that of a mail program (RFC 8058).
 */
export interface LetterPage {
  /** Fastify's form, below `/letters/`. */
  readonly path: `/letters/${string}`;
  readonly show: (params: LetterParams) => Promise<PageAnswer>;
  readonly act: (params: LetterParams) => Promise<PageAnswer>;
}

type LetterParams = Readonly<Record<string, string>>;

export interface PageAnswer {
  readonly status: 200 | 404;
  /** A whole page without scripts and styles of its own. */
  readonly html: string;
}

export async function mountLetterPages(
  app: FastifyInstance,
  pages: readonly LetterPage[],
): Promise<void> {
  await app.register(async (scope) => {
    // What a form or a mail program says besides the address is not needed.
    scope.addContentTypeParser(
      ["application/x-www-form-urlencoded", "multipart/form-data"],
      (_request, body, done) => {
        body.resume();
        done(null, undefined);
      },
    );
    for (const { path, show, act } of pages) {
      const schema = { hide: true };
      scope.get(path, { schema }, async (request, reply) =>
        send(reply, await show(paramsOf(request))),
      );
      scope.post(path, { schema }, async (request, reply) =>
        send(reply, await act(paramsOf(request))),
      );
    }
  });
}

// Fastify makes this of the path's own names.
const paramsOf = (request: FastifyRequest): LetterParams =>
  request.params as LetterParams;

const send = (reply: FastifyReply, { status, html }: PageAnswer) =>
  reply
    .code(status)
    .type("text/html; charset=utf-8")
    .header("cache-control", "no-store")
    .header("referrer-policy", "no-referrer")
    .send(html);
