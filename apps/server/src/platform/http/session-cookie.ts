import type { FastifyReply } from "fastify";

/** The staff's session cookie: HttpOnly, SameSite=Lax, and bound to the host when the site is https. */
export interface SessionCookie {
  readonly name: string;
  /** Finds the token in a raw `Cookie` header, as an upgrade request carries it. */
  read(header: string | undefined): string | undefined;
  set(reply: FastifyReply, token: string, maxAgeS: number): void;
  clear(reply: FastifyReply): void;
}

export function createSessionCookie(publicUrl: string): SessionCookie {
  const isSecure = new URL(publicUrl).protocol === "https:";
  // The `__Host-` prefix makes browsers refuse a cookie set by a sibling domain or without Secure.
  const name = isSecure ? "__Host-veche_session" : "veche_session";
  const attributes = {
    path: "/",
    httpOnly: true,
    secure: isSecure,
    sameSite: "lax",
  } as const;

  return {
    name,
    read(header) {
      for (const pair of header?.split(";") ?? []) {
        const [key, value] = pair.trim().split("=", 2);
        if (key === name && value) return value;
      }
      return undefined;
    },
    set: (reply, token, maxAgeS) =>
      void reply.setCookie(name, token, { ...attributes, maxAge: maxAgeS }),
    clear: (reply) => void reply.clearCookie(name, attributes),
  };
}
