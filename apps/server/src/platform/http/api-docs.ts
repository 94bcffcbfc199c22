import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { addErrorsPage } from "./errors-page.ts";

export interface ApiDocsOptions {
  readonly version: string;
  readonly cookieName: string;
}

/** Collects the routes mounted after it; OpenAPI 3.1 at `/api/openapi.json`, a page at `/api/docs`. */
export async function addApiDocs(
  app: FastifyInstance,
  { version, cookieName }: ApiDocsOptions,
): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Veche",
        version,
        description:
          "REST of the server. Errors are problem documents (RFC 9457) with a stable `code`. " +
          "What happens live goes over the socket at `/realtime`.",
      },
      components: {
        securitySchemes: {
          session: { type: "apiKey", in: "cookie", name: cookieName },
          visitorToken: { type: "http", scheme: "bearer" },
          applicationSecret: { type: "http", scheme: "basic" },
          applicationToken: {
            type: "http",
            scheme: "bearer",
            bearerFormat: "JWT",
          },
          embedToken: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
        },
      },
    },
  });
  await app.register(swaggerUi, {
    routePrefix: "/api/docs",
    // Without the bar on top: it shows the library's maker, not this product.
    uiConfig: { docExpansion: "list", deepLinking: true, layout: "BaseLayout" },
    theme: { title: "Veche API" },
    staticCSP: false,
  });
  addErrorsPage(app);
  app.get("/api/openapi.json", { schema: { hide: true } }, async () =>
    app.swagger(),
  );
}
