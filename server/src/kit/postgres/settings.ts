import { statfsSync } from 'node:fs'
import { totalmem } from 'node:os'
import { ownerMark } from './pidfile.ts'
import { socketPort } from './place.ts'

const mega = 1024 ** 2

// A container's limit counts, not the machine's memory; "no limit" is told as zero or as a huge number.
const memory = () => {
  const limit = process.constrainedMemory()
  return limit > 0 && limit < totalmem() ? limit : totalmem()
}

// Containers often give /dev/shm 64 MB: a parallel hash over millions of rows then fails with "could not resize".
const sharedMemoryIsSmall = () => {
  try {
    const { blocks, bsize } = statfsSync('/dev/shm')
    return blocks * bsize < 256 * mega
  } catch {
    return false
  }
}

const within = (low: number, value: number, high: number) => `${Math.round(Math.min(high, Math.max(low, value)) / mega)}MB`

const durableSettings = () => ({
  fsync: 'on',
  shared_buffers: within(128 * mega, memory() / 8, 1024 * mega),
  effective_cache_size: within(256 * mega, memory() / 3, 8192 * mega),
  work_mem: within(8 * mega, memory() / 256, 64 * mega),
  max_wal_size: '4GB',
})

// For tests: nothing survives a crash of the machine, and nothing needs to.
const fleetingSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  work_mem: '16MB',
  max_wal_size: '1GB',
}

/** Command-line settings of the server. They stand here and not in postgresql.conf, so that an update changes them. */
export const settingsOf = (durable: boolean, port: number | undefined) => {
  const settings: Record<string, string> = {
    ...(durable ? durableSettings() : fleetingSettings),
    ...(sharedMemoryIsSmall() && { dynamic_shared_memory_type: 'mmap' }),
    // Nothing copies from the built-in server. A table that is emptied and filled in one transaction, as facts are when they
    // are counted anew, then goes to disk at its commit without being written to the log first.
    wal_level: 'minimal',
    max_wal_senders: '0',
    port: String(port ?? socketPort),
    listen_addresses: port ? '127.0.0.1' : '',
    unix_socket_permissions: '0700',
    max_connections: '60',
    jit: 'off',
    log_checkpoints: 'off',
    // The detail of a violated constraint quotes the row: an identity number has no place in a log.
    log_error_verbosity: 'terse',
    'gongyou.owner': ownerMark(),
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
