import { knockers, permissionMatrix } from '@gongyou/contract/permissions.ts'
import { posts } from '@gongyou/contract/organisations/posts.ts'

const nameOf = (who: string) => (who === 'nobody' ? '未登录' : who === 'worker' ? '职工' : posts[who as keyof typeof posts].name.zh)
const markOf = (answer: string | number) => (answer === 'in' ? '●' : String(answer))

const markdown = () => [
  `| 操作 Operation | 方法 | 地址 | 门 Door | ${knockers.map(nameOf).join(' | ')} |`,
  `|---|---|---|---|${knockers.map(() => ':-:|').join('')}`,
  ...permissionMatrix().map(
    (r) => `| ${r.summary} \`${r.id}\` | ${r.method} | \`${r.url}\` | ${r.door} | ${knockers.map((w) => markOf(r.answers[w])).join(' | ')} |`,
  ),
]

const plain = () => {
  const rows = permissionMatrix()
  const width = Math.max(...rows.map((r) => r.id.length)) + 2
  return [
    ...knockers.map((w, i) => `${String(i + 1).padStart(4)}  ${w.padEnd(22)} ${nameOf(w)}`),
    '',
    `${''.padEnd(width)}${knockers.map((_, i) => String(i + 1).padStart(4)).join('')}`,
    ...rows.map((r) => `${r.id.padEnd(width)}${knockers.map((w) => markOf(r.answers[w]).padStart(4)).join('')}   ${r.door}`),
    '',
    `${rows.length} × ${knockers.length}：● 可进（再按辖区查记录） may enter (records are then checked by reach)，401 请先登录，403 没有权限`,
  ]
}

/** `npm run permissions`: who may open which door, from the contract alone. `--markdown` for documents. */
console.log((process.argv.includes('--markdown') ? markdown() : plain()).join('\n'))
