/**
 * Every commit is on the disk before it is acknowledged (fsync, synchronous_commit); the rest is set for a small
 * machine that this server shares. The WAL is kept short, so that recovery after a power cut takes about a second.
 */
export const postgresSettings = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  max_connections: "60",
  shared_buffers: "128MB",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  // Nobody replicates from here: backups are logical.
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "512MB",
  checkpoint_timeout: "10min",
  random_page_cost: "1.1",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_messages: "warning",
  log_line_prefix: "",
  // A closed terminal or a dead parent must not leave it running on a client's slow query.
  client_connection_check_interval: "5s",
} as const satisfies Readonly<Record<string, string>>;
