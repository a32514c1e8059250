import { readFileSync } from 'node:fs'
import { checkDraw } from '@gongyou/contract/activities/draw.ts'

/** `npm run draw-check -- file.csv`: runs a published draw again, with nothing but the file. */
const file = process.argv[2]
if (!file) {
  console.error('用法 Usage: npm run draw-check -- draw.csv')
  process.exitCode = 2
} else {
  const { fine, says } = await checkDraw(readFileSync(file, 'utf8'))
  console.log(says)
  process.exitCode = fine ? 0 : 1
}
