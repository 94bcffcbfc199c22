import { createServer, type Server } from "node:http";
import type { EventPage, Veche } from "@veche/sdk";

/** Takes what the server posts to your webhook, and nothing that somebody else does. */
export const webhookServer = (
  veche: Veche,
  take: (page: EventPage) => Promise<void>,
): Server =>
  createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const reading = veche.readWebhook({
        body: Buffer.concat(chunks),
        signature: request.headers["veche-signature"]?.toString(),
      });
      if (!reading.ok) {
        response.writeHead(400).end(reading.reason);
        return;
      }
      // Answered after it is done: until then it is posted again.
      take(reading.page).then(
        () => response.writeHead(204).end(),
        () => response.writeHead(500).end(),
      );
    });
  });
