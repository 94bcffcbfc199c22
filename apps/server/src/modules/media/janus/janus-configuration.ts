/** How our Janus is set up. */
export interface JanusSettings {
  /** Its configuration and its sockets; open to its own account only. */
  readonly folder: string;
  /** Where it writes what is recorded: made for its own account, and entered by us. */
  readonly recordingsFolder: string;
  /** Holds `plugins` and `transports` of its build. */
  readonly modulesDir: string;
  readonly listenIp: string;
  /** What the world sees of it behind NAT. */
  readonly externalIp: string | null;
  readonly ports: { readonly first: number; readonly last: number };
  readonly eventLoops: number;
  readonly apiSecret: string;
  /** Needed to make a room. */
  readonly roomKey: string;
}

/** Everything of the package that we do not use: what is not loaded cannot be attacked. */
const unusedPlugins = [
  "audiobridge",
  "duktape",
  "echotest",
  "lua",
  "nosip",
  "recordplay",
  "sip",
  "streaming",
  "textroom",
  "videocall",
  "voicemail",
];
const unusedTransports = ["http", "mqtt", "nanomsg", "pfunix", "rabbitmq"];

const libraries = (names: readonly string[]): string =>
  names.map((name) => `libjanus_${name}.so`).join(",");

/** The socket of its one door; no TCP port is opened at all. */
export const socketOf = (folder: string): string => `${folder}/api.sock`;

/**
 * The files it is started with, by name. They hold the secrets. Sessions have no time-out of their own: they end with
 * our line, and Janus ends with us.
 */
export function writeJanusConfiguration(
  settings: JanusSettings,
): Readonly<Record<string, string>> {
  const { folder, roomKey } = settings;
  return {
    "janus.jcfg": coreFile(settings),
    "janus.transport.websockets.jcfg": `general: {
  json = "compact"
  ws = true
  ws_unix = "${socketOf(folder)}"
  wss = false
}
admin: { admin_ws = false  admin_wss = false }
`,
    "janus.plugin.videoroom.jcfg": `general: {
  admin_key = "${roomKey}"
  lock_rtp_forward = true
  string_ids = true
}
`,
  };
}

function coreFile(settings: JanusSettings): string {
  const { folder, modulesDir, listenIp, externalIp, ports } = settings;
  return `general: {
  configs_folder = "${folder}"
  plugins_folder = "${modulesDir}/plugins"
  transports_folder = "${modulesDir}/transports"
  events_folder = "${folder}/none"
  loggers_folder = "${folder}/none"
  pid_file = "${folder}/janus.pid"
  debug_level = 3
  debug_timestamps = true
  debug_colors = false
  api_secret = "${settings.apiSecret}"
  session_timeout = 0
  event_loops = ${String(settings.eventLoops)}
}
media: {
  rtp_port_range = "${String(ports.first)}-${String(ports.last)}"
  slowlink_threshold = 4
  no_media_timer = 1
}
nat: {
  ice_enforce_list = "${listenIp}"
${externalIp === null ? "" : `  nat_1_1_mapping = "${externalIp}"\n  keep_private_host = true\n`}}
plugins: { disable = "${libraries(unusedPlugins)}" }
transports: { disable = "${libraries(unusedTransports)}" }
events: { broadcast = false }
`;
}
