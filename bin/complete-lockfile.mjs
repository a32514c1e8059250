// npm leaves a platform's optional package out of the lockfile when the registry it asked does not carry it,
// and `npm ci` then refuses the whole lockfile. Run this after every `npm install` that changes dependencies:
// it writes the missing entries (version from the parent, platform from the name), so that a clean clone installs
// everywhere. The entries carry no integrity, for nothing was downloaded; npm adds it where the package is had.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const systems = ['darwin', 'linux', 'win32', 'freebsd', 'android', 'openharmony', 'sunos', 'aix', 'netbsd', 'openbsd']
const processors = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32']

function platformOf(name) {
  const words = name.split(/[/-]/)
  const system = systems.find((word) => words.includes(word))
  const processor = processors.find((word) => words.includes(word))
  const libc = words.includes('musl') ? 'musl' : system === 'linux' && words.includes('gnu') ? 'glibc' : undefined
  return { ...(processor && { cpu: [processor] }), ...(libc && { libc: [libc] }), ...(system && { os: [system] }) }
}

/** The optional packages that a lockfile names but does not describe, as `{ path, entry }`. */
export function missingFrom(lockfile) {
  const missing = new Map()
  for (const [path, parent] of Object.entries(lockfile.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const nested = `${path}/node_modules/${name}`
      const top = `node_modules/${name}`
      if (lockfile.packages[nested] || lockfile.packages[top]) continue
      if (!/^\d+\.\d+\.\d+[^ ]*$/.test(version)) continue
      missing.set(top, { version, ...platformOf(name), ...(parent.dev && { dev: true }), optional: true })
    }
  }
  return [...missing].map(([path, entry]) => ({ path, entry }))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL('../package-lock.json', import.meta.url)
  const lockfile = JSON.parse(readFileSync(file, 'utf8'))
  const missing = missingFrom(lockfile)
  for (const { path, entry } of missing) lockfile.packages[path] = entry
  const inOrder = Object.keys(lockfile.packages).sort((a, b) => a.localeCompare(b, 'en'))
  lockfile.packages = Object.fromEntries(inOrder.map((path) => [path, lockfile.packages[path]]))
  writeFileSync(file, JSON.stringify(lockfile, null, 2) + '\n')
  console.log(`package-lock.json: ${missing.length} optional packages added`)
}
