/** Where and how safely the server runs. */
export type ServerSettings = {
  readonly port: number
  readonly sockets: string | undefined
  /** False only for tests: then a power failure may destroy the data. */
  readonly durable: boolean
  readonly maxConnections: number
}

/** Command-line settings for a server that shares two cores and 2 GB with the application. */
export function serverSettings({ port, sockets, durable, maxConnections }: ServerSettings): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: sockets ?? '',
    max_connections: maxConnections,
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    random_page_cost: 1.1,
    jit: 'off', // compiling costs more than our short queries
    max_parallel_workers_per_gather: 0, // needs more /dev/shm than the 64 MB of a container, and the second core
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Values never go to the log: they may be personal.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
