import { isIPv4 } from "node:net";
import { readMediaNodes } from "./media-nodes-file.ts";
import {
  listOf,
  matching,
  oneOf,
  satisfying,
  text,
  variable,
  wholeNumber,
  type Parsed,
} from "./variable.ts";

const ipv4 = satisfying(text("192.0.2.10"), {
  holds: isIPv4,
  otherwise: "must be an IPv4 address such as 192.0.2.10",
});

interface PortRange {
  readonly first: number;
  readonly last: number;
}

const portRange = (given: string): Parsed<PortRange> => {
  const [, first, last] = /^(\d{4,5})-(\d{4,5})$/.exec(given) ?? [];
  const range = { first: Number(first), last: Number(last) };
  return range.first >= 1024 && range.last <= 65_535 && range.first < range.last
    ? { ok: true, value: range }
    : {
        ok: false,
        message: "must be a range of ports such as 20000-29999",
      };
};

/** The relay and the media server: the ways that a call's packets take. */
export const mediaVariables = {
  turnEnabled: variable({
    name: "TURN_ENABLED",
    meaning: "`auto` starts coturn where it is installed, `off` never does",
    defaultText: "auto",
    parse: oneOf(["auto", "off"]),
  }),
  turnPort: variable({
    name: "TURN_PORT",
    meaning: "Port of the relay, UDP and TCP",
    defaultText: "3478",
    parse: wholeNumber({ min: 1, max: 65_535 }),
  }),
  turnTlsCertificate: variable({
    name: "TURN_TLS_CERTIFICATE",
    meaning:
      "Certificate file (PEM, the whole chain) of the relay's name: calls then also pass networks that let nothing but TLS out. Needs TURN_TLS_KEY; a renewed file is taken over within an hour",
    defaultText: null,
    parse: text("/etc/letsencrypt/live/turn.example.com/fullchain.pem"),
  }),
  turnTlsKey: variable({
    name: "TURN_TLS_KEY",
    meaning: "File (PEM) with the key of that certificate",
    defaultText: null,
    parse: text("/etc/letsencrypt/live/turn.example.com/privkey.pem"),
  }),
  turnTlsPort: variable({
    name: "TURN_TLS_PORT",
    meaning:
      "TCP port of the relay for TLS. 443 passes most networks; it takes root to start, and an address where no web server has it (TURN_LISTEN_IP)",
    defaultText: "5349",
    parse: wholeNumber({ min: 1, max: 65_535 }),
  }),
  turnListenIp: variable({
    name: "TURN_LISTEN_IP",
    meaning: "IPv4 address the relay listens and relays on",
    defaultText: "chosen from the machine's addresses",
    parse: ipv4,
  }),
  turnExternalIp: variable({
    name: "TURN_EXTERNAL_IP",
    meaning: "IPv4 address the world sees, where the machine stands behind NAT",
    defaultText: null,
    parse: ipv4,
  }),
  turnAllowedPeerIps: variable({
    name: "TURN_ALLOWED_PEER_IPS",
    meaning:
      "Inner IPv4 addresses the relay may send to in spite of its deny list, between commas; name the relay's own address where it is a private one",
    defaultText: "",
    parse: listOf(ipv4),
  }),
  turnExternalUrls: variable({
    name: "TURN_EXTERNAL_URLS",
    meaning:
      "Use a coturn of your own instead, addresses between commas; needs TURN_SECRET",
    defaultText: null,
    parse: listOf(
      matching(
        /^(turns?|stuns?):[a-z0-9.[\]:-]+(\?transport=(udp|tcp))?$/i,
        "turn:turn.example.com:3478?transport=udp",
      ),
    ),
  }),
  turnSecret: variable({
    name: "TURN_SECRET",
    meaning: "The `static-auth-secret` of that coturn",
    defaultText: null,
    parse: text("the static-auth-secret of your coturn"),
  }),
  janusEnabled: variable({
    name: "JANUS_ENABLED",
    meaning:
      "`auto` starts Janus, the media server for calls of three and more, where it is installed, `off` never does",
    defaultText: "auto",
    parse: oneOf(["auto", "off"]),
  }),
  janusPath: variable({
    name: "JANUS_PATH",
    meaning: "Program file of a Janus of your own build",
    defaultText: "the system's",
    parse: matching(/^\/[^\0\r\n"\\]*$/, "/opt/janus/bin/janus"),
  }),
  janusModulesDir: variable({
    name: "JANUS_MODULES_DIR",
    meaning: "Folder with that build's `plugins` and `transports`",
    defaultText: "looked for beside the program",
    parse: matching(/^\/[^\0\r\n"\\]*$/, "/opt/janus/lib/janus"),
  }),
  janusListenIp: variable({
    name: "JANUS_LISTEN_IP",
    meaning: "IPv4 address that media are sent and received on",
    defaultText: "chosen from the machine's addresses",
    parse: ipv4,
  }),
  janusExternalIp: variable({
    name: "JANUS_EXTERNAL_IP",
    meaning: "IPv4 address the world sees, where the machine stands behind NAT",
    defaultText: null,
    parse: ipv4,
  }),
  janusPorts: variable({
    name: "JANUS_PORTS",
    meaning: "UDP ports for media, two a participant",
    defaultText: "20000-29999",
    parse: portRange,
  }),
  janusEventLoops: variable({
    name: "JANUS_EVENT_LOOPS",
    meaning: "Threads that carry the packets",
    defaultText: "one a core, 2 at least",
    parse: wholeNumber({ min: 1, max: 64 }),
  }),
  mediaNodesFile: variable({
    name: "MEDIA_NODES_FILE",
    meaning:
      "File that lists media servers beside the one inside (JSON; `apps/server/src/modules/media/README.md`)",
    defaultText: null,
    parse: readMediaNodes,
  }),
  callSeats: variable({
    name: "CALL_SEATS",
    meaning: "People in one call at most",
    defaultText: "200",
    parse: wholeNumber({ min: 2, max: 1_000 }),
  }),
} as const;
