#!/usr/bin/env node
// Runs before node_modules exists and on any Node: plain JavaScript, and nothing imported before the version is known.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Gongyou needs Node 20.19 or newer (24 is best); this is ${process.version}. See https://nodejs.org`)
  process.exit(1)
}
const { main } = await import('./commands.mjs')
await main(process.argv.slice(2))
