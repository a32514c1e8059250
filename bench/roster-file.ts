import { makeIdCard } from '../contract/src/kit/id-card.ts'
import { personMaker } from '../demo/src/people.ts'
import { seeded } from '../demo/src/random.ts'
import { makeTree } from '../demo/src/tree.ts'
import type { KeyRing } from '../server/src/kit/secrets/key-ring.ts'
import { writeSheet } from '../server/src/kit/sheets/write-sheet.ts'

export const titles = [
  '姓名',
  '证件类型',
  '证件号码',
  '性别',
  '出生日期',
  '民族',
  '政治面貌',
  '学历',
  '手机',
  '工作单位',
  '所属工会',
  '职业',
  '用工形式',
  '就业状态',
  '户籍',
  '是否农民工',
  '现居住地',
  '技能等级',
  '职称',
  '入会日期',
]

const pick = <T>(list: readonly T[], n: number) => list[n % list.length]!

/**
 * A roster of the example district: seven rows in ten bring a new person, of the rest half bring something new about a
 * person of the register (another mobile, ethnicity, political status, skill), half nothing.
 */
export const makeRoster = async (
  file: string,
  keys: KeyRing,
  wanted: { region: number; people: number; unions: number; seed: number; rows: number },
) => {
  const tree = makeTree(seeded(wanted.seed), wanted.unions)
  const make = personMaker(seeded(wanted.seed + 1), tree, keys, wanted.region)
  const count = new Map<string, number>()
  for (const n of [...tree.nodes, ...tree.employers]) count.set(n.name, (count.get(n.name) ?? 0) + 1)
  const named = (n: { name: string; uscc: string | null }) => (count.get(n.name)! > 1 && n.uscc ? n.uscc : n.name)
  const known = Math.round(wanted.rows * 0.3)
  function* rows() {
    const education: Record<string, string> = { '10': '研究生', '20': '本科', '30': '大专', '40': '中专', '60': '高中', '70': '初中' }
    for (let i = 0; i < wanted.rows; i++) {
      const p = make(i)
      const registered = i < known
      const adds = !registered || i % 2 === 0
      const number = registered
        ? p.number
        : makeIdCard(
            '110118',
            `${1960 + (i % 40)}-${String(1 + (Math.floor(i / 40) % 12)).padStart(2, '0')}-${String(1 + (Math.floor(i / 480) % 28)).padStart(2, '0')}`,
            1 + (Math.floor(i / 13_440) % 999),
          )
      const employer = p.platform ?? p.org.employer
      const mobile = registered && !adds ? p.mobile : `1${pick([35, 57, 76, 92], i)}${String(20_000_000 + i)}`
      yield [
        p.name,
        '居民身份证',
        number,
        Number(number[16]) % 2 ? '男' : '女',
        `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`,
        adds ? pick(['汉族', '满族', '蒙古族', '01'], i) : '',
        adds ? pick(['群众', '中共党员', '共青团员'], i) : '',
        education[p.education]!,
        mobile,
        employer ? named(employer) : '',
        named(p.org),
        '',
        p.platform ? '平台灵活就业' : '劳动合同',
        '在岗',
        adds ? pick(['农业', '非农业', '居民'], i) : '',
        p.migrant ? '是' : '否',
        '',
        adds ? pick(['', '高级工', '技师'], i) : '',
        adds ? pick(['', '中级'], i) : '',
        registered ? p.joined : `20${10 + (i % 16)}-0${1 + (i % 9)}-1${i % 10}`,
      ]
    }
  }
  await writeSheet(file, {
    sheets: [
      {
        name: '会员名册',
        columns: titles.map((title) => ({ title, kind: title.endsWith('日期') ? ('date' as const) : ('text' as const) })),
        rows: rows(),
      },
    ],
  })
}
