import { hotlineOrder } from '../../contract/src/hotline/order.ts'
import { addDays } from '../../contract/src/kit/civil-date.ts'
import { posts, rightsOfPost } from '../../contract/src/organisations/posts.ts'
import { type Engine, newestOf, openCase, rootOf, takeStep } from '../../server/src/features/cases/index.ts'
import { type Actor, system } from '../../server/src/kit/actor.ts'
import type { Work } from '../../server/src/kit/db/database.ts'
import { staffPersonas } from './personas.ts'

export type Write = <T>(by: Actor, fn: (work: Work) => Promise<T>) => Promise<T>
type Said = 'yes' | 'no' | 'unreached'
/** One order and how far it has come: received so many days ago, due in so many (none: nothing is printed on it). */
type Told = {
  source?: '12351'
  ago: number
  due?: number
  urgency?: 'complex' | 'supply'
  category: 'wages' | 'contract' | 'injury' | 'platform' | 'union' | 'welfare'
  matter: string
  about?: string
  caller: string
  to?: 'gulou' | 'guoyuan'
  object?: string
  answer?: string
  reply?: true
  calls?: readonly (readonly [Said, Said, Said])[]
}

const told: readonly Told[] = [
  {
    ago: 0,
    due: 5,
    category: 'wages',
    matter: '反映单位拖欠九、十月份工资，共三人，希望协调尽快支付。',
    about: '云岭食品有限公司',
    caller: '卜先生',
  },
  { ago: 1, due: 4, category: 'platform', matter: '站点冬季未发防寒用品，骑手多次反映无人答复。', about: '快马同城配送站', caller: '骆先生' },
  { source: '12351', ago: 2, category: 'union', matter: '咨询换单位后会员关系怎样转接，原单位已注销。', caller: '宗女士' },
  {
    ago: 3,
    due: 2,
    category: 'contract',
    matter: '试用期被口头辞退，没有书面通知，要求说明理由。',
    about: '青石物业服务有限公司',
    caller: '阎女士',
    to: 'gulou',
  },
  {
    ago: 8,
    due: -1,
    category: 'welfare',
    matter: '反映户外劳动者服务站点周末不开门，无处休息饮水。',
    caller: '车先生',
    to: 'guoyuan',
  },
  {
    ago: 4,
    due: 1,
    urgency: 'complex',
    category: 'injury',
    matter: '上班途中受伤，单位不愿申请工伤认定，咨询工会能否协助。',
    about: '永顺包装材料厂',
    caller: '蒲先生',
    to: 'gulou',
    answer: '已与单位人事负责人沟通，单位同意在期限内提出申请；已告知本人可自行申请的期限和所需材料。',
  },
  {
    ago: 2,
    due: 3,
    category: 'injury',
    matter: '要求补缴二〇一八年以前的社会保险。',
    about: '永顺包装材料厂',
    caller: '隗女士',
    object: '属社会保险稽核事项，应由区人社局办理。',
  },
  {
    ago: 9,
    due: 1,
    category: 'wages',
    matter: '加班费按基本工资的一半计算，咨询是否合规。',
    about: '云岭食品有限公司',
    caller: '郗先生',
    to: 'gulou',
    answer: '已到单位核查考勤和工资表，单位承认计算有误，十一月工资一并补足。',
    reply: true,
  },
  {
    ago: 14,
    due: 2,
    category: 'platform',
    matter: '网约车司机咨询怎样加入工会、有哪些保障。',
    caller: '仇先生',
    to: 'guoyuan',
    answer: '已电话答复入会条件和办法，并发送入会码，本人已提交申请。',
    reply: true,
    calls: [['yes', 'yes', 'yes']],
  },
  {
    source: '12351',
    ago: 12,
    due: 3,
    category: 'welfare',
    matter: '询问互助保障住院津贴申领进度。',
    caller: '鲍女士',
    to: 'gulou',
    answer: '材料已转市互助会，预计十个工作日内到账，已告知本人。',
    reply: true,
    calls: [['unreached', 'unreached', 'unreached']],
  },
  {
    ago: 11,
    due: -2,
    category: 'contract',
    matter: '合同到期不续签，单位未支付经济补偿。',
    about: '青石物业服务有限公司',
    caller: '晏先生',
    to: 'guoyuan',
    answer: '单位对补偿有异议，已约双方到镇街调解室调解。',
    reply: true,
    calls: [['yes', 'no', 'no']],
  },
  {
    ago: 16,
    due: 4,
    category: 'wages',
    matter: '工程结束后尾款工资未结清，共七人。',
    about: '宏远装饰工程队',
    caller: '申先生',
    to: 'gulou',
    answer: '经协调，施工方已分两次结清，七人均已确认。',
    reply: true,
    calls: [['yes', 'yes', 'no']],
  },
]

/** An officer of the story, as he signs in. */
export const officer = async (work: Work, login: string): Promise<Actor> => {
  const { name, at, post } = staffPersonas.find((s) => s.login === login)!
  const found = await work.db
    .selectFrom('organisations.post as p')
    .innerJoin('people.person as w', (j) => j.onRef('w.region', '=', 'p.region').onRef('w.id', '=', 'p.person_id'))
    .innerJoin('organisations.org as o', (j) => j.onRef('o.region', '=', 'p.region').onRef('o.id', '=', 'p.org_id'))
    .select(['w.id', 'o.id as org_id', 'o.name as org', 'o.path'])
    .where('p.region', '=', work.region)
    .where('p.post', '=', post)
    .where('w.name', '=', name)
    .where('o.name', '=', at)
    .executeTakeFirstOrThrow()
  const standing = {
    orgId: found.org_id,
    orgName: found.org,
    path: found.path,
    rights: rightsOfPost(post),
    post: posts[post].name.zh,
    code: post,
    via: 'post' as const,
  }
  return { kind: 'staff', accountId: null, personId: found.id, sessionId: null, name, standings: [standing] }
}

const stations = { gulou: '鼓楼街道工会服务站', guoyuan: '果园街道工会服务站' }

const stationOf = (work: Work, to: keyof typeof stations) =>
  work.db
    .selectFrom('organisations.org')
    .select(['id', 'name'])
    .where('region', '=', work.region)
    .where('name', '=', stations[to])
    .executeTakeFirstOrThrow()

/** Orders of the two hotlines in every state they can be in; each step is taken by whoever would take it. */
export const tellHotline = async (write: Write, engine: Engine) => {
  const officers = await write(system, async (work) => ({
    office: await officer(work, 'bangong'),
    gulou: await officer(work, 'gulou'),
    guoyuan: await officer(work, 'guoyuan'),
  }))
  for (const [i, o] of told.entries()) {
    const { id } = await write(officers.office, async (work) => {
      const { service } = await newestOf(work, hotlineOrder.code)
      const receivedOn = addDays(work.today, -o.ago)
      const answers = {
        order: `${o.source ?? '12345'}${receivedOn.replaceAll('-', '')}${String(101 + i * 37).padStart(4, '0')}`,
        source: o.source ?? '12345',
        receivedOn,
        ...(o.due === undefined ? {} : { dueOn: addDays(work.today, o.due) }),
        urgency: o.urgency ?? 'ordinary',
        category: o.category,
        matter: o.matter,
        ...(o.about ? { about: o.about } : {}),
        caller: o.caller,
        callerPhone: `1390009${String(1000 + i)}`,
      }
      return (await openCase(work, engine, { service, org: await rootOf(work), answers, channel: 'hotline' })).row
    })
    const step = (by: Actor, action: string, answersOf: (work: Work) => Promise<object> = async () => ({}), said?: string) =>
      write(by, async (work) => {
        const { version } = await work.tx
          .selectFrom('cases.matter')
          .select('version')
          .where('region', '=', work.region)
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
        await takeStep(work, engine, id, { version, action, answers: { ...(await answersOf(work)) }, said })
      })
    const { to, answer, calls = [] } = o
    if (o.object) await step(officers.office, 'object', async () => ({ objection: o.object }))
    if (to)
      await step(officers.office, 'assign', async (work) => ({ unit: await stationOf(work, to), request: '请在期限前三日联系诉求人并报送结果。' }))
    if (to && answer) await step(officers[to], 'answer', async (work) => ({ contactedOn: work.today, answer }))
    if (o.reply) await step(officers.office, 'reply')
    for (const [responded, solved, satisfied] of calls)
      await step(
        officers.office,
        solved === 'no' ? 'again' : 'calledBack',
        async () => ({ responded, solved, satisfied }),
        solved === 'no' ? '诉求人表示问题没有解决。' : undefined,
      )
  }
}
