import type { FastifyInstance } from "fastify";
import {
  errorCodes,
  errorRegistry,
  isRetryable,
  type FixedBy,
} from "@veche/contracts";

const whoCan: Readonly<Record<FixedBy, string>> = {
  caller: "the caller, by another request",
  administrator: "an administrator",
  time: "nobody: it passes",
};

const row = (code: (typeof errorCodes)[number]): string => {
  const { status, fixedBy } = errorRegistry[code];
  const again = isRetryable(code) ? "yes" : "no";
  return `<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${String(status)}</td><td>${again}</td><td>${whoCan[fixedBy]}</td></tr>`;
};

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Veche API: errors</title></head>
<body>
<h1>Errors</h1>
<p>Each refusal is a problem document (RFC 9457). Its <code>type</code> leads here; its <code>code</code> is stable and the
same over REST and the socket. Show people a text of your own by the code; <code>title</code> is for logs.</p>
<table border="1" cellpadding="6">
<thead><tr><th scope="col">code</th><th scope="col">HTTP status</th><th scope="col">worth trying again unchanged</th><th scope="col">who can put it right</th></tr></thead>
<tbody>
${errorCodes.map(row).join("\n")}
</tbody>
</table>
</body>
</html>`;

/** Where the `type` of a problem document leads: made from the registry, so it can't lack a code. */
export function addErrorsPage(app: FastifyInstance): void {
  app.get("/api/docs/errors", { schema: { hide: true } }, (_request, reply) =>
    reply.type("text/html; charset=utf-8").send(page),
  );
}
