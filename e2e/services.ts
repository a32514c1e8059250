import { service } from '../contract/src/cases/service.ts'
import { t } from '../contract/src/kit/text.ts'
import { publishService } from '../server/src/features/cases/index.ts'
import { system } from '../server/src/kit/actor.ts'
import { openDatabase } from '../server/src/kit/db/database.ts'
import { appPool } from '../server/src/kit/db/pool.ts'
import { newId } from '../server/src/kit/ids.ts'
import { startEmbedded } from '../server/src/kit/postgres/embedded.ts'
import { facts } from '../server/src/rooms.ts'

const yes = t('是', 'Yes')
const no = t('否', 'No')

/** Two levels, two clocks, a rule to look at, a sealed answer, a refusal: what most services are. */
export const studyAid = service({
  code: 'e2e-study-aid',
  revision: 1,
  letters: 'JX',
  title: t('学习补助', 'Study aid'),
  summary: t('在职学习取得证书后的一次性补助。', 'A single grant after a certificate earned while working.'),
  begunBy: ['worker', 'office'],
  form: {
    course: {
      kind: 'choice',
      label: t('学习类别', 'Kind of study'),
      options: [
        { code: 'degree', label: t('学历提升', 'Degree') },
        { code: 'craft', label: t('职业技能', 'Craft') },
      ],
    },
    school: { kind: 'text', label: t('学校名称', 'School'), max: 60, when: { of: 'course', is: 'degree' } },
    cost: { kind: 'money', label: t('学费', 'Fee'), max: 2_000_000 },
    income: { kind: 'money', label: t('家庭月收入', 'Monthly income of the family'), secrecy: 'P3' },
    phone: { kind: 'text', form: 'phone', label: t('联系电话', 'Phone'), from: 'person.mobile', asks: 'contact-phone' },
    certificate: { kind: 'files', accept: 'any', label: t('证书', 'Certificate'), optional: true },
    granted: { kind: 'money', label: t('批准金额', 'Granted'), max: 200_000 },
  },
  asksAtStart: ['course', 'school', 'cost', 'income', 'phone', 'certificate'],
  rules: [
    { holds: { of: 'person.member', is: true }, says: t('须是工会会员', 'Members only'), weight: 'must' },
    { holds: { of: 'cost', atMost: 1_000_000 }, says: t('学费一般不高于 10,000 元', 'The fee is usually 10,000 yuan at most'), weight: 'look' },
  ],
  roles: {
    station: { name: t('服务站', 'Station'), posts: ['station_head', 'union_social_worker'], at: 'station' },
    district: { name: t('区总工会', 'District'), posts: ['organisation_officer'], at: 'district' },
  },
  states: {
    submitted: { name: t('已提交', 'Handed in'), says: t('已收到，等服务站受理。', 'Received.') },
    review: { name: t('审批中', 'Under review'), says: t('区总工会正在审批。', 'Under review.') },
    granted: { name: t('已批准', 'Granted'), final: true },
    refused: { name: t('未通过', 'Refused'), final: true },
  },
  begins: 'submitted',
  actions: {
    accept: { name: t('受理', 'Accept'), from: 'submitted', to: 'review', by: 'station', words: 'opinion' },
    grant: { name: t('批准', 'Grant'), from: 'review', to: 'granted', by: 'district', asks: ['granted'], words: 'answer', outcome: 'granted' },
    turnAway: {
      name: t('不予受理', 'Turn away'),
      from: 'submitted',
      to: 'refused',
      by: 'station',
      words: 'answer',
      wordsNeeded: true,
      outcome: 'refused',
      plain: true,
    },
    refuse: {
      name: t('不予批准', 'Refuse'),
      from: 'review',
      to: 'refused',
      by: 'district',
      words: 'answer',
      wordsNeeded: true,
      outcome: 'refused',
      plain: true,
    },
  },
  outcomes: { granted: { name: t('已批准', 'Granted'), good: true }, refused: { name: t('未通过', 'Refused'), good: false } },
  clocks: {
    acceptance: { name: t('受理', 'Acceptance'), in: ['submitted'], within: { amount: 5, unit: 'working_days' }, owner: 'station', head: 'district' },
    decision: { name: t('审批', 'Decision'), in: ['review'], within: { amount: 20, unit: 'working_days' }, owner: 'district' },
  },
  appealDays: 30,
})

/** Every kind of field there is, on one form. */
export const everything = service({
  code: 'e2e-everything',
  revision: 1,
  letters: 'QB',
  title: t('走访登记', 'Visit'),
  summary: t('走访职工和单位时采集的情况。', 'What was found on a visit.'),
  begunBy: ['office'],
  form: {
    theme: { kind: 'text', label: t('走访主题', 'Theme'), max: 60, section: t('走访情况', 'The visit') },
    story: { kind: 'text', label: t('情况', 'What was found'), lines: 3, max: 500 },
    on: { kind: 'date', label: t('走访日期', 'Day'), notAfter: { daysFromToday: 0 } },
    rooms: { kind: 'number', label: t('宿舍间数', 'Rooms'), unit: t('间', 'rooms'), min: 0, max: 500 },
    wage: { kind: 'money', label: t('平均月工资', 'Average wage'), max: 10_000_000, hint: t('税前，精确到元即可', 'Before tax; whole yuan will do') },
    ill: {
      kind: 'choice',
      label: t('有无困难职工', 'Anybody in need'),
      options: [
        { code: 'yes', label: yes },
        { code: 'no', label: no },
      ],
    },
    need: { kind: 'text', label: t('困难情况', 'The need'), lines: 2, max: 300, when: { of: 'ill', is: 'yes' } },
    trade: {
      kind: 'choice',
      label: t('行业', 'Trade'),
      options: ['manufacture', 'building', 'transport', 'trade', 'catering', 'care'].map((code, i) => ({
        code,
        label: t(['制造', '建筑', '运输', '商贸', '餐饮', '家政'][i]!, code),
      })),
    },
    gives: {
      kind: 'many',
      label: t('送去什么', 'What was brought'),
      options: [
        { code: 'water', label: t('饮用水', 'Water') },
        { code: 'medicine', label: t('防暑药品', 'Medicine') },
        { code: 'law', label: t('普法手册', 'Law booklet') },
      ],
    },
    host: { kind: 'person', label: t('陪同职工', 'Accompanied by'), section: t('人和单位', 'Whom'), optional: true },
    union: { kind: 'organisation', label: t('所属工会', 'Union') },
    firm: { kind: 'employer', label: t('走访单位', 'Employer') },
    place: { kind: 'address', label: t('地点', 'Place'), point: true },
    crew: {
      kind: 'table',
      label: t('见到的职工', 'Whom they met'),
      min: 1,
      max: 20,
      columns: {
        name: { kind: 'text', form: 'person-name', label: t('姓名', 'Name') },
        age: { kind: 'number', label: t('年龄', 'Age'), min: 16, max: 100, optional: true },
        pay: { kind: 'money', label: t('月收入', 'Pay'), optional: true },
      },
    },
    photos: { kind: 'files', accept: 'photo', label: t('照片', 'Photos'), max: 3, section: t('佐证', 'Evidence') },
    sign: { kind: 'signature', label: t('走访人签名', 'Signature') },
    truth: {
      kind: 'consent',
      label: t('承诺', 'Promise'),
      text: t('以上内容经本人核对，真实无误。', 'I have checked the above; it is true.'),
      revision: '2026-1',
    },
  },
  roles: { visitor: { name: t('走访人', 'Visitor'), posts: ['station_head', 'union_social_worker'], at: 'station' } },
  states: { noted: { name: t('待归档', 'To file') }, filed: { name: t('已归档', 'Filed'), final: true } },
  begins: 'noted',
  actions: { file: { name: t('归档', 'File'), from: 'noted', to: 'filed', by: 'visitor', outcome: 'filed' } },
  outcomes: { filed: { name: t('已归档', 'Filed'), good: true } },
})

/** Publishes both into the running example whose data lie in this folder. */
export const publishServices = async (folder: string) => {
  const embedded = await startEmbedded({ folder: `${folder}/postgres`, durable: true, log: () => {} })
  const db = openDatabase(appPool(embedded.url, 1), facts)
  try {
    await db.write({ region: 110118, by: system, operation: 'test', request: newId() }, async (work) => {
      for (const one of [studyAid, everything]) await publishService(work, one, { by: 'officer', because: '浏览器测试' })
    })
  } finally {
    await db.end()
    await embedded.stop()
  }
}
