import { afterAll, expect, test } from 'vitest'
import { aUnion } from '../../../test/union.ts'
import { aFolder, aMobile, aNumber, checked, imported, problemsOf, upload, workbook } from '../../../test/rosters.ts'
import { resumeBatches } from './runner.ts'

const union = await aUnion()
const job = resumeBatches(union.building, { everyMs: 20 })
afterAll(() => job.stop())
const gulou = await union.as('gulou')
const station = '鼓楼街道工会服务站'
const names = await gulou.ask('listTree', {})
const base = names.nodes.find((n) => n.kind === 'base_single')!.name
const employer = base.replace(/工会$/, '')

const titles = [
  '序号',
  '姓名',
  '身份证号',
  '性别',
  '出生年月',
  '民族',
  '政治面貌',
  '手机号码',
  '工作单位',
  '所属工会',
  '是否农民工',
  '入会时间',
  '会籍状态',
  '会员卡号',
]
const good = (n: number): (string | null)[] => [
  String(n),
  '石一川',
  aNumber(n),
  '',
  '',
  '01',
  '13',
  aMobile(n),
  '',
  station,
  '',
  '2026-03-01',
  '',
  '',
]
const but = (n: number, column: number, value: string | null) => good(n).map((v, i) => (i === column ? value : v))
/** cell → reason and suggestion of every bad cell. */
const faults = async (rows: (string | null)[][], level: 'bad' | 'look' = 'bad') => {
  const batch = await checked(gulou, await workbook(titles, rows))
  return {
    batch,
    said: Object.fromEntries((await problemsOf(gulou, batch.id, level)).map((p) => [p.cell || `第${p.row}行`, [p.reason.zh, p.suggestion?.zh]])),
  }
}

test('every kind of bad row is named with its cell, its reason and what to do', async () => {
  const { batch, said } = await faults([
    but(1, 2, '110118900307001'),
    but(2, 2, `${aNumber(2).slice(0, 17)}${aNumber(2)[17] === '1' ? '2' : '1'}`),
    but(3, 2, '110118199013070031'),
    but(4, 2, '1.10118199003E+17'),
    but(5, 2, '110118199003071000'),
    but(6, 2, ''),
    but(7, 1, '石'),
    but(8, 1, '石1川'),
    but(9, 3, '女'),
    but(10, 4, '1991年3月'),
    but(11, 4, '昨天'),
    but(12, 5, '第五十七族'),
    but(13, 7, '1391234'),
    but(14, 9, '鼓楼街道工会服务站点'),
    but(15, 9, '果园街道工会服务站'),
    but(16, 9, '鼓楼街道总工会'),
    but(17, 9, ''),
    but(18, 8, employer.replace('有限公司', '公司')),
    but(19, 10, '也许'),
    but(20, 11, '2031-01-01'),
    but(21, 12, '退会'),
    but(22, 2, aNumber(23, '2015-01-01')),
    but(24, 13, '6222'),
    but(25, 2, aNumber(26)),
    but(26, 2, aNumber(26)),
  ])
  expect(batch.found).toMatchObject({ new: 1, bad: 24 })
  expect(said).toEqual({
    C2: ['15位旧号码', '这是15位旧号码，请按现行身份证填写18位号码。'],
    C3: ['校验码不符', '校验码不符，请对照证件逐位核对，常见为抄错一位或相邻两位颠倒。'],
    C4: ['号码中的出生日期不存在', '第7至14位应为真实的出生日期（年月日）。'],
    C5: ['号码已被表格软件四舍五入，后几位已丢失', '请把这一列设为文本格式，再按证件重新录入；只改格式找不回原号码。'],
    C6: ['号码已被表格软件四舍五入，后几位已丢失', '请把这一列设为文本格式，再按证件重新录入；只改格式找不回原号码。'],
    C7: ['没有填写证件号码', '请填写18位证件号码。'],
    B8: ['姓名只有一个字', '姓名至少两个字，请按证件填写全名。'],
    B9: ['姓名中有数字', '姓名中不能有数字，请去掉序号或电话。'],
    D10: ['性别与证件号码不符', '证件号码表示男，请核对性别和号码。'],
    E11: ['出生日期与证件号码不符', '证件号码表示 1990-03-07，请核对日期和号码。'],
    E12: ['出生日期读不懂', '请按“2026-03-01”的样子填写日期。'],
    F13: ['不在代码表内', '可填：汉族、蒙古族、回族、藏族、维吾尔族、苗族、彝族、壮族…'],
    H14: ['手机号不对', '手机号应为11位数字，以13至19开头。'],
    J15: ['没有这个工会', '是否为“鼓楼街道工会服务站”？'],
    J16: ['不在您的范围内', '请由该工会或上级工会导入。'],
    J17: ['这类组织不直接接收会员', '请填写其下的服务站或基层工会。'],
    J18: ['没有填写所属工会', '请填写，或为本批选一个默认工会。'],
    I19: ['单位库里没有这个单位', `是否为“${employer}”？`],
    K20: ['应填“是”或“否”', undefined],
    L21: ['入会日期晚于今天', '请核对年份。'],
    M22: ['退会、除名、去世不能用名册登记', '请在职工页面办理，并从名册中删去此行。'],
    C23: ['未满16周岁', '年满16周岁后才能入会，请核对号码。'],
    N24: ['卡号应为12至19位数字', undefined],
    C26: ['与第 25 行重复', '请保留一行，删去另一行。'],
  })
})

test('numbers as they are typed are understood: spaces, full width, a lower-case x, a leading apostrophe, municipal codes', async () => {
  const x = [...Array(40).keys()].map((i) => aNumber(700 + i)).find((n) => n.endsWith('X'))!
  const rows = [
    but(101, 2, ` ${aNumber(101).slice(0, 6)} ${aNumber(101).slice(6)} `),
    but(102, 2, [...aNumber(102)].map((c) => (/\d/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join('')),
    but(103, 2, x.toLowerCase()),
    but(104, 2, `'${aNumber(104)}`),
    but(105, 4, '1990.03.07'),
    but(106, 4, '32939'),
    but(107, 5, '1'),
    but(108, 6, '01 中共党员'),
    but(109, 3, '1'),
    but(110, 1, '阿依古丽•麦麦提'),
    but(111, 1, '𠮷永川'),
  ]
  expect((await faults(rows)).said).toEqual({})
})

test('what is worth a look does not stop a row', async () => {
  const { batch, said } = await faults([but(201, 13, '6222021234567890123'), but(202, 8, '渤海湾远洋船务'), but(203, 7, aMobile(201))], 'look')
  expect(batch.found).toEqual({ new: 3, update: 0, unchanged: 0, bad: 0, look: 3 })
  expect(said).toMatchObject({
    N2: ['卡号校验位不符，已照填', expect.anything()],
    I3: ['单位库里没有这个单位，按填写的名称保留', expect.anything()],
    H4: ['手机号与第 2 行相同', expect.anything()],
  })
})

test('a member of another town is reported, not moved, and his name is not told; one’s own member under another name is', async () => {
  const guoyuan = await union.as('guoyuan')
  await imported(guoyuan, await workbook(titles, [good(301).map((v, i) => (i === 9 ? '果园街道工会服务站' : v))]))
  await imported(gulou, await workbook(titles, [good(302)]))
  const { said } = await faults([good(301), but(302, 1, '石二川')])
  expect(said).toEqual({
    J2: ['此人现为其他工会会员，不在您的范围内', '请发起会籍接转，不能用名册移动。'],
    B3: ['该证件号码已登记在另一姓名下', '登记的姓名是“石一川”。请核对；如登记有误，请先在职工页面更正。'],
  })
  expect((await faults([but(301, 1, '石二川')])).said).toMatchObject({ B2: ['该证件号码已登记在另一姓名下', '请对照证件核对姓名和号码。'] })
})

test('a person with a waiting application is left to the application', async () => {
  const phone = union.visitor()
  const { challenge } = await phone.ask('sendPhoneCode', { body: { mobile: aMobile(401) } })
  await phone.ask('applyToJoin', {
    body: {
      joinPoint: 'GLJD2345',
      name: '石一川',
      idNumber: aNumber(401),
      mobile: aMobile(401),
      challenge,
      code: await union.codeFor(aMobile(401)),
      occupation: 'courier',
      consent: 'joining-2026-1',
      sensitiveConsent: 'id-number-2026-1',
    },
  })
  expect((await faults([good(401)])).said).toEqual({ 第2行: ['此人有正在审批的入会申请', '请先到“入会审批”办结申请。'] })
})

test('a default union serves rows that name none; a union of another town cannot be the default', async () => {
  const mine = names.nodes.find((n) => n.name === station)!
  const done = await imported(gulou, await workbook(titles, [but(501, 9, '')]), { defaultOrgId: mine.id })
  expect(done.made).toMatchObject({ new: 1 })
  const district = await union.as('zuzhi')
  const other = (await district.ask('listTree', {})).nodes.find((n) => n.name === '果园街道工会服务站')!
  const batch = await upload(gulou, await workbook(titles, [but(502, 9, '')]))
  await expect(
    gulou.ask('checkRoster', { params: { id: batch.id }, body: { mapping: batch.mapping, defaultOrgId: other.id } }),
  ).rejects.toMatchObject({ status: 404 })
})

test('the bad rows come back in the officer’s own layout and can be sent again when corrected', async () => {
  const batch = await checked(gulou, await workbook(titles, [good(601), but(602, 7, '1391234'), but(603, 2, '110118900307001')]))
  const answer = await gulou.send({ method: 'GET', url: `/api/membership/rosters/${batch.id}/bad-rows` })
  const place = aFolder()('back.xlsx')
  const { writeFileSync } = await import('node:fs')
  writeFileSync(place, answer.rawPayload)
  const { textsOf } = await import('../../../kit/sheets/sheet-samples.ts')
  const [head, ...rows] = await textsOf(place)
  expect(head).toEqual([...titles, '原表行号', '问题', '修改建议'])
  expect(rows.map((r) => [r[1], r[14], r[15]])).toEqual([
    ['石一川', '3', '手机号码：手机号不对'],
    ['石一川', '4', '身份证号：15位旧号码'],
  ])
  // The officer corrects both cells and sends the file back as it is, with our three columns still in it.
  const corrected = await workbook(
    head!,
    rows.map((r, i) => r.map((v, c) => (c === 7 ? aMobile(602 + i) : c === 2 ? aNumber(602 + i) : v))),
  )
  const second = await imported(gulou, corrected)
  expect(second.columns.map((c) => c.title)).toEqual(titles)
  expect(second.made).toMatchObject({ new: 2, bad: 0 })
})
