import { demoPassword, staffPersonas, workerPersonas } from '../../../demo/src/personas.ts'
import type { Environment } from './setup.ts'

export const say = (line: string) => console.log(`  ${line}`)

const started = performance.now()

/** One line per task that moves while it runs, where the terminal can do that. */
export const progress = (what: string, share = 1) => {
  const line = `  ${what} ${String(Math.round(share * 100)).padStart(3)} %`
  if (process.stdout.isTTY) process.stdout.write(`\r${line}${share >= 1 ? '\n' : ''}`)
  else if (share >= 1 || Math.round(share * 100) % 20 === 0) console.log(line)
}

/** Where to go and whom to sign in as. */
export const announce = (env: Environment) => {
  const lines = [
    '',
    `  工友 Gongyou · ${((performance.now() - started) / 1000).toFixed(1)} s`,
    '',
    `  工作台 Console   ${env.publicUrl}/console/`,
    `  手机页 Phone     ${env.publicUrl}/m/`,
    `  接口   API       ${env.publicUrl}/api/openapi.json`,
  ]
  if (env.demo) {
    lines.push('', `  演示账号（密码都是 ${demoPassword}）`)
    for (const p of staffPersonas) lines.push(`    ${p.login.padEnd(9)} ${p.name}  ${p.tries}`)
    lines.push('  演示职工（手机验证码登录，验证码在 /m/outbox 可见）')
    for (const p of workerPersonas) lines.push(`    ${p.mobile} ${p.name}  ${p.tries}`)
  }
  console.log(`${lines.join('\n')}\n`)
}

/** The one-time code of an installation that has no staff yet: whoever reads this terminal becomes its administrator. */
export const offer = (env: Environment, code: string) =>
  console.log(`  首位管理员 First administrator\n    打开 ${env.publicUrl}/console/first ，输入一次性代码 ${code}（24 小时内有效，只能用一次）\n`)
