import { entryWords } from '@gongyou/contract/membership/words.ts'
import type { MyData } from '@gongyou/contract/membership/mine.ts'
import type { Language, Text } from '@gongyou/contract/kit/text.ts'
import type { Work } from '../../kit/db/database.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { inboxOf } from '../notices/index.ts'
import { myIdNumber, sightsOf } from '../people/index.ts'
import type { Keeping } from './keeping.ts'
import { myDataOf } from './my-data.ts'

/** Everything about a person as one value, the ID number included: it is the person's own copy (PIPL art. 45). */
export const exportOf = async (work: Work, keys: KeyRing, keeping: Keeping, personId: string) => {
  const { platforms: _, messages: __, ...data } = await myDataOf(work, keys, keeping, personId)
  const idNumber = await myIdNumber(work, keys, personId, '本人导出')
  const messages = await inboxOf(work, personId, { limit: 1000 })
  const seenBy = await sightsOf(work, personId, { by: 'all', limit: 5000 })
  return { exportedAt: work.at.toISOString(), ...data, person: { ...data.person, idNumber }, messages: messages.rows, seenBy: seenBy.rows }
}
type Export = Awaited<ReturnType<typeof exportOf>>

const escape = (text: string) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!)
const moment = (iso: string) => new Date(new Date(iso).getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

const style = `body{font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans SC",system-ui,sans-serif;color:#1d1d1b;max-width:48em;margin:0 auto;padding:24px 16px}
h1{font-size:22px;margin:0}h2{font-size:17px;margin:28px 0 8px;border-bottom:1px solid #e4e1db;padding-bottom:4px}p{color:#5b5852;margin:4px 0}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #e4e1db;padding:6px 12px 6px 0;text-align:left;vertical-align:top;font-weight:400;overflow-wrap:anywhere}th{color:#5b5852;width:9em}
@media print{body{padding:0}h2{break-after:avoid}tr{break-inside:avoid}}`

const table = (rows: readonly (readonly [string, string | null | undefined])[]) =>
  rows.length === 0
    ? '<p>—</p>'
    : `<table>${rows.map(([a, b]) => `<tr><th scope="row">${escape(a)}</th><td>${escape(b ?? '—')}</td></tr>`).join('')}</table>`

/** The same, to read and print. */
export const pageOf = (e: Export, union: string, language: Language) => {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  const word = (t: Text) => t[language]
  const code = (list: keyof typeof entryWords, value: string | number | null) =>
    value === null ? null : (entryWords[list](String(value))?.[language] ?? String(value))
  const p = e.person
  const m: MyData['membership'] = e.membership
  const section = (title: string, rows: Parameters<typeof table>[0]) => `<h2>${escape(title)}</h2>${table(rows)}`
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(`${p.name} ${e.exportedAt.slice(0, 10)}`)}</title><style>${style}</style>
<h1>${say('工会保存的我的信息', 'What the union holds about me')}</h1><p>${escape(union)} · ${moment(e.exportedAt)}</p><p>${say('含完整证件号码，请妥善保管。', 'Contains the full ID number; keep it safe.')}</p>
${section(say('本人', 'Person'), [
  [say('姓名', 'Name'), p.name],
  [say('证件', 'Document'), code('idType', p.idType)],
  [say('证件号码', 'Number'), p.idNumber],
  [say('性别', 'Sex'), code('sex', p.sex)],
  [say('出生日期', 'Born'), p.birthOn],
  [say('手机', 'Phone'), p.mobile],
  [say('学历', 'Education'), code('education', p.education)],
  [say('民族', 'Ethnicity'), code('ethnicity', p.ethnicity)],
  [say('户籍', 'Household'), code('householdType', p.householdType)],
  [say('现居住地', 'Lives in'), code('town', p.residenceTown)],
  [say('技能等级', 'Skill level'), code('skillLevel', p.skillLevel)],
  [say('职称', 'Title'), code('title', p.title)],
  [say('登记时间', 'Registered'), moment(p.registeredAt)],
])}
${section(
  say('会籍', 'Membership'),
  m
    ? [
        [say('所在工会', 'Union'), m.org.name],
        [say('状态', 'Status'), code('status', m.status)],
        [say('卡号', 'Card'), m.cardNumber],
        [say('入会日期', 'Joined'), m.joinedOn],
      ]
    : [],
)}
${section(
  say('工作', 'Work'),
  e.employments.map((x) => [x.employer, [code('occupation', x.occupation), `${x.since} – ${x.until ?? ''}`].filter(Boolean).join(' · ')] as const),
)}
${section(
  say('申请', 'Applications'),
  e.applications.map((a) => [a.number, [a.org.name, code('status', a.status), moment(a.submittedAt), a.reason].filter(Boolean).join(' · ')] as const),
)}
${section(
  say('同意', 'Consents'),
  e.consents.map(
    (c) =>
      [
        c.wording,
        [
          code('purpose', c.purpose),
          moment(c.givenAt),
          c.withdrawnAt ? say(`${moment(c.withdrawnAt)} 撤回`, `withdrawn ${moment(c.withdrawnAt)}`) : '',
        ]
          .filter(Boolean)
          .join(' · '),
      ] as const,
  ),
)}
${section(
  say('经过', 'History'),
  e.history.map((h) => [h.day, [word(h.what), h.org].filter(Boolean).join(' · ')] as const),
)}
${e.kept
  .map((part) =>
    section(
      word(part.title),
      part.entries.map(
        (x) => [x.title, [x.at ? moment(x.at) : '', ...x.lines.map((l) => `${word(l.label)}：${word(l.says)}`)].filter(Boolean).join(' · ')] as const,
      ),
    ),
  )
  .join('\n')}
${section(
  say('消息', 'Messages'),
  e.messages.map((x) => [moment(x.at), `${word(x.title)}：${word(x.body)}`] as const),
)}
${section(
  say('文件', 'Files'),
  e.files.map((f) => [moment(f.at), f.name] as const),
)}
${section(
  say('谁看过、改过', 'Who saw or changed it'),
  e.seenBy.map((s) => [moment(s.at), [s.self ? say('本人', 'myself') : s.who, word(s.what), s.purpose].filter(Boolean).join(' · ')] as const),
)}
</html>`
}
