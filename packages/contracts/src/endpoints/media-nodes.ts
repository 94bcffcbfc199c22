import { Type } from "typebox";
import { MediaNode, MediaNodeName } from "../media-nodes.ts";
import { closed } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Media servers";
const admin = { kind: "user", anyOf: ["admin"] } as const;
const List = closed({ items: Type.Array(MediaNode) });

export const mediaNodeEndpoints = {
  listMediaNodes: endpoint({
    method: "GET",
    path: "/api/v1/media-nodes",
    tag,
    summary: "The media servers with their load, the one inside first",
    access: admin,
    status: 200,
    response: List,
    errors: [],
  }),
  /** Refused where no other media server would take new rooms. */
  updateMediaNode: endpoint({
    method: "PUT",
    path: "/api/v1/media-nodes/:name",
    tag,
    summary: "Drain a media server, or let it take rooms again",
    access: admin,
    params: closed({ name: MediaNodeName }),
    body: closed({ isDraining: Type.Boolean() }),
    status: 200,
    response: List,
    errors: ["request.not_found", "request.conflict"],
  }),
} as const;
