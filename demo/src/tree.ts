import { makeUscc } from '../../contract/src/kit/uscc.ts'
import { towns } from '../../contract/src/codes/towns.ts'
import type { Random } from './random.ts'

/** One node of the example district's tree, ready to be copied. */
export type Node = {
  id: string
  kind: string
  name: string
  shortName: string | null
  parent: Node | null
  town: number | null
  uscc: string | null
  founded: string
  employer: Employer | null
  path: string
  industryParent: Node | null
  workers: number
  units: number | null
}
export type Employer = {
  id: string
  name: string
  uscc: string
  industry: string
  town: number
  platform: boolean
  workers: number
  isPublic: boolean
}

const trades: readonly (readonly [string, string, number])[] = [
  ['食品', 'C', 10],
  ['机电', 'C', 9],
  ['建材', 'C', 6],
  ['服装', 'C', 5],
  ['建筑工程', 'E', 8],
  ['商贸', 'F', 12],
  ['物流', 'G', 8],
  ['餐饮', 'H', 10],
  ['酒店', 'H', 5],
  ['科技', 'I', 9],
  ['物业', 'L', 7],
  ['园林绿化', 'N', 6],
  ['家政服务', 'O', 5],
  ['培训', 'P', 4],
  ['康养', 'Q', 4],
  ['文旅', 'R', 7],
  ['农业', 'A', 8],
]
const words = [
  '云湖',
  '渔阳',
  '燕落',
  '白河',
  '潮汇',
  '清水',
  '云蒙',
  '金叵',
  '绿野',
  '密水',
  '雾灵',
  '栗香',
  '长城',
  '黑龙',
  '锦秋',
  '盛源',
  '和润',
  '宏达',
  '瑞丰',
  '嘉禾',
  '晨光',
  '同心',
  '博远',
  '恒信',
  '安泰',
]
const bureaux = [
  '教育',
  '卫生健康',
  '水务',
  '园林绿化',
  '交通',
  '城市管理',
  '文化旅游',
  '农业农村',
  '公安',
  '税务',
  '供电',
  '邮政',
  '环卫',
  '供热',
  '自来水',
  '公交',
]
// How unions spread over the twenty towns: the three subdistricts and the big towns hold most.
const weights = [150, 130, 25, 60, 45, 45, 70, 55, 60, 55, 50, 30, 25, 20, 25, 22, 22, 18, 20, 16]

const label = (id: string) => id.replaceAll('-', '')
const digits = (random: Random) => Array.from({ length: 8 }, () => '0123456789ABCDEFGHJKLMNPQRTUWXY'[random.below(31)]).join('')

/** Builds the tree: district, 20 towns each with a station, direct unions, base unions, a few federations of both lines. */
export const makeTree = (random: Random, wanted: number) => {
  const nodes: Node[] = []
  const employers: Employer[] = []
  const add = (n: Pick<Node, 'kind' | 'name' | 'parent' | 'town'> & Partial<Node>): Node => {
    const founded =
      n.founded ?? `${1985 + random.below(36)}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`
    const id = random.id(new Date(`${founded}T02:00:00Z`))
    const node: Node = {
      shortName: null,
      uscc: null,
      employer: null,
      industryParent: null,
      workers: 0,
      units: null,
      ...n,
      id,
      founded,
      path: n.parent ? `${n.parent.path}.${label(id)}` : label(id),
    }
    nodes.push(node)
    return node
  }
  const employer = (name: string, industry: string, town: number, more: Partial<Employer> = {}): Employer => {
    const made = {
      id: random.id(new Date('2015-01-01T00:00:00Z')),
      name,
      uscc: makeUscc('91', '110118', digits(random)),
      industry,
      town,
      platform: false,
      isPublic: random.next() < 0.08,
      workers: Math.round(12 * Math.exp(random.next() * 3.6)),
      ...more,
    }
    employers.push(made)
    return made
  }

  const district = add({
    kind: 'district_federation',
    name: '密云区总工会',
    shortName: '区总工会',
    parent: null,
    town: null,
    founded: '1951-05-01',
    uscc: makeUscc('81', '110118', '40000001'),
  })
  const placed = towns.filter((t) => t.code !== '110118400')
  const towned = placed.map((t) => {
    const code = Number(t.code)
    const federation = add({
      kind: 'town_federation',
      name: `${t.zh}总工会`,
      shortName: t.zh.replace(/(街道|地区|镇)$/, ''),
      parent: district,
      town: code,
      founded: '1998-06-18',
      uscc: makeUscc('81', '110118', digits(random)),
    })
    add({ kind: 'service_station', name: `${t.zh}工会服务站`, parent: federation, town: code, founded: '2011-03-01' })
    return { federation, code, name: t.zh }
  })
  const deliveryLine = add({ kind: 'industry_federation', name: '密云区快递物流行业工会联合会', parent: district, town: null, founded: '2021-09-28' })
  const cateringLine = add({ kind: 'industry_federation', name: '密云区餐饮住宿行业工会联合会', parent: district, town: null, founded: '2019-04-12' })
  bureaux.forEach((b, i) =>
    add({ kind: 'partner_bureau', name: `密云区${b}${i < 10 ? '局' : '单位'}`, parent: district, town: null, founded: '2000-01-01' }),
  )
  for (const p of ['人力资源和社会保障', '司法', '信访', '法院', '检察院', '企业联合会'])
    add({ kind: 'linked_party', name: `密云区${p}（联动单位）`, parent: district, town: null, founded: '2010-01-01' })
  for (let i = 0; i < 80; i++) {
    const b = bureaux[i % bureaux.length]!
    const name = i < bureaux.length ? `密云区${b}系统工会` : `密云区${b}第${'一二三四五'[Math.floor(i / bureaux.length) - 1]}直属工会`
    add({
      kind: 'direct_union',
      name,
      parent: district,
      town: random.weighted(placed.map((t, k) => [Number(t.code), weights[k]!] as const)),
      uscc: makeUscc('81', '110118', digits(random)),
      workers: 60 + random.below(700),
    })
  }
  const taken = new Set<string>()
  const total = weights.reduce((a, b) => a + b, 0)
  towned.forEach((town, k) => {
    const share = Math.round(((wanted - 80) * weights[k]!) / total)
    const villages = add({
      kind: 'area_federation',
      name: `${town.name}村社区工会联合会`,
      parent: town.federation,
      town: town.code,
      founded: '2012-05-20',
    })
    for (let i = 0; i < share; i++) {
      const [trade, industry] = random.weighted(trades.map((t) => [t, t[2]] as const))
      let stem = ''
      do stem = `${random.pick(words)}${random.pick(words).slice(0, 1)}${trade}`
      while (taken.has(stem + town.code))
      taken.add(stem + town.code)
      const roll = random.next()
      const uscc = makeUscc('81', '110118', digits(random))
      const industryParent = trade === '物流' ? deliveryLine : trade === '餐饮' || trade === '酒店' ? cateringLine : null
      if (roll < 0.8) {
        const e = employer(`北京${stem}有限公司`, industry, town.code)
        add({
          kind: 'base_single',
          name: `${e.name}工会`,
          parent: random.next() < 0.12 ? villages : town.federation,
          town: town.code,
          uscc,
          employer: e,
          workers: e.workers,
          industryParent,
        })
      } else if (roll < 0.95)
        add({
          kind: 'base_joint',
          name: `${town.name}${stem}联合工会`,
          parent: town.federation,
          town: town.code,
          uscc,
          workers: 30 + random.below(200),
          units: 2 + random.below(15),
          industryParent,
        })
      else add({ kind: 'project_site', name: `${stem}项目工会`, parent: town.federation, town: town.code, uscc, workers: 20 + random.below(150) })
    }
  })
  const platforms = ['云递速运', '闪鹿外卖', '蓝骑配送', '顺路出行', '货满多物流', '家帮到家政'].map((name) =>
    employer(`${name}（北京）有限公司`, 'G', 110118001, { platform: true, workers: 400, isPublic: false }),
  )
  return { nodes, employers, district, towned, platforms }
}
export type Tree = ReturnType<typeof makeTree>
