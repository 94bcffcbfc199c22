import { ScimError } from "./scim-error.ts";

/** `name.givenName`, `urn:…:User:department`: names from the resource inwards. */
export type AttributePath = readonly string[];

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const core = /^urn:ietf:params:scim:schemas:core:2\.0:(?:User|Group)(?::|$)/i;

export { enterprise as ENTERPRISE_USER };

/** A schema's name has dots of its own, so it is taken off before the path is split. */
export function readPath(text: string): AttributePath {
  if (text.toLowerCase().startsWith(enterprise.toLowerCase())) {
    const rest = text.slice(enterprise.length).replace(/^:/, "");
    return [enterprise, ...namesOf(rest)];
  }
  return namesOf(text.replace(core, ""));
}

/** What every object has by itself is no attribute of a resource: a path there would lead out of it. */
const notAttributes = new Set(["__proto__", "constructor", "prototype"]);

function namesOf(text: string): readonly string[] {
  const names = text.split(".").filter((name) => name !== "");
  if (names.some((name) => notAttributes.has(name)))
    throw new ScimError(400, "no such attribute", "invalidPath");
  return names;
}
