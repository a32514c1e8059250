import path from 'node:path'
import { t } from '@gongyou/contract/kit/text.ts'
import { readEnvironment } from '../start/setup.ts'
import { databaseFindings } from './doctor/database.ts'
import { type Finding, bad } from './doctor/finding.ts'
import { dataFolder, disk, install, keyRing, node, portFree } from './doctor/machine.ts'
import { withDatabase } from './with-database.ts'

const marks = { good: '✓', look: '!', bad: '✗' } as const

/** `npm run doctor`: what stands in the way, in plain words. Ends with 1 where something is bad. */
const env = readEnvironment()
const ring = path.join(env.folder, 'keys', 'ring.json')
const findings: Finding[] = [
  node(),
  install(),
  await portFree(env.port, env.host),
  dataFolder(env.folder),
  await disk(env.folder),
  keyRing(env.folder),
]
try {
  findings.push(...(await withDatabase((url) => databaseFindings(url, ring))))
} catch (error) {
  findings.push(bad(t('数据库', 'Database'), `没有启动：${(error as Error).message}`, `Did not start: ${(error as Error).message}`))
}
for (const { what, verdict, says } of findings)
  console.log(`  ${marks[verdict]} ${what.zh} ${what.en}：${says.zh}${says.en === says.zh ? '' : ` · ${says.en}`}`)
const wrong = findings.filter((f) => f.verdict === 'bad').length
console.log(wrong === 0 ? '\n  一切正常，可以 npm start · All is well' : `\n  ${wrong} 处需要处理 · ${wrong} to be mended`)
process.exitCode = wrong === 0 ? 0 : 1
