import { readNumber } from '@gongyou/contract/papers/number.ts'
import { standardTemplates } from '@gongyou/contract/papers/templates/index.ts'
import { exampleValues } from '@gongyou/contract/papers/template.ts'
import { expect, test } from 'vitest'
import { moveClock } from '../../kit/clock.ts'
import { type Union, aUnion, region } from '../../test/union.ts'
import { system } from '../../kit/actor.ts'
import { draftPaper, issuePaper, papersOf } from './index.ts'
import { papersTasks } from './files.ts'

type Speaker = ReturnType<Union['visitor']>
const union = await aUnion({ people: 50 })
const [drafter, leader, gulou, guoyuan, worker] = [
  await union.as('zuzhi'),
  await union.as('lingdao'),
  await union.as('gulou'),
  await union.as('guoyuan'),
  union.visitor(),
]
const { challenge } = await worker.ask('sendPhoneCode', { body: { mobile: '13900000001' } })
await worker.ask('signInByPhone', { body: { challenge, code: await union.codeFor('13900000001') } })
const orgId = async (name: string) => (await union.owner.query('select id from organisations.org where name = $1', [name])).rows[0].id as string
const [district, gulouOrg] = [await orgId('密云区总工会'), await orgId('鼓楼街道总工会')]
const templateOf = (code: string) => standardTemplates.find((t) => t.code === code)!

const aDraft = async (who: Speaker = drafter, code = 'notice', org = district) => {
  const template = templateOf(code)
  const values = exampleValues(template.tokens) as Record<string, string>
  const { id } = await who.ask('draftPaper', { body: { orgId: org, template: code, kind: template.kind, values } })
  return who.ask('getPaper', { params: { id } })
}
const issued = async () => {
  const draft = await aDraft()
  return leader.ask('issuePaper', { params: { id: draft.id }, body: { version: draft.version } })
}
const fetchFile = (who: Speaker, id: string, form: 'docx' | 'pdf' | 'scan') => who.send({ method: 'GET', url: `/api/papers/${id}/${form}` })
const upload = (who: Speaker, id: string, name: string, content: Buffer) => {
  const b = '----gongyou-boundary'
  const payload = Buffer.concat([
    Buffer.from(`--${b}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`),
    content,
    Buffer.from(`\r\n--${b}--\r\n`),
  ])
  return who.send({ method: 'POST', url: `/api/papers/${id}/scan`, payload, headers: { 'content-type': `multipart/form-data; boundary=${b}` } })
}
const scan = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

test('drafted by one officer, issued by another: only then it has a number, and then it stands fast', async () => {
  const draft = await aDraft()
  expect(draft).toMatchObject({ state: 'draft', number: null, title: '关于做好2026年冬季送温暖工作的通知', may: { edit: true, issue: false } })
  expect(draft.shownNumber).toMatch(/^密工发〔\d{4}〕　号$/)
  const content = { ...draft.content, body: `${draft.content.body}\n此件公开发布。` }
  const edited = await drafter.ask('editPaper', { params: { id: draft.id }, body: { version: draft.version, content } })
  await expect(drafter.ask('editPaper', { params: { id: draft.id }, body: { version: draft.version, content } })).rejects.toMatchObject({
    problem: { code: 'record.changed' },
  })
  await expect(drafter.ask('issuePaper', { params: { id: draft.id }, body: { version: edited.version } })).rejects.toMatchObject({ status: 403 })
  const paper = await leader.ask('issuePaper', { params: { id: draft.id }, body: { version: edited.version } })
  expect(paper).toMatchObject({ state: 'issued', drafter: '林溪言', issuer: '郑远山', may: { edit: false, withdraw: true, issue: false } })
  expect(readNumber(paper.number!)).toMatchObject({ prefix: '密工发', year: Number(paper.issuedOn!.slice(0, 4)) })
  await expect(drafter.ask('editPaper', { params: { id: draft.id }, body: { version: paper.version, content } })).rejects.toMatchObject({
    problem: { code: 'papers.already-issued' },
  })
  await expect(leader.ask('issuePaper', { params: { id: draft.id }, body: { version: paper.version } })).rejects.toMatchObject({ status: 409 })
  const { rows } = await union.owner.query('select version, content from papers.draft where paper_id = $1 order by version', [draft.id])
  expect(rows.map((r) => r.version)).toEqual([1, 2])
  expect(paper.history.map((h) => h.kind)).toEqual(['paper.issued', 'paper.edited', 'paper.drafted'])
})

test('fifty issued at once have fifty numbers without a gap', async () => {
  const drafts = await Promise.all(Array.from({ length: 50 }, () => aDraft(drafter, 'letter')))
  const papers = await Promise.all(drafts.map((d) => leader.ask('issuePaper', { params: { id: d.id }, body: { version: d.version } })))
  const serials = papers.map((p) => readNumber(p.number!)!.serial).sort((a, b) => a - b)
  expect(serials).toEqual(Array.from({ length: 50 }, (_, i) => serials[0]! + i))
})

test('an issue that fails in the middle takes no number with it', async () => {
  const before = readNumber((await issued()).number!)!.serial
  const draft = await aDraft()
  const call = { region, by: system, operation: 'test', request: 'test' }
  await expect(
    union.db.write(call, async (work) => {
      await issuePaper(work, draft.id)
      throw new Error('the caller thought better of it')
    }),
  ).rejects.toThrow('thought better')
  expect(await drafter.ask('getPaper', { params: { id: draft.id } })).toMatchObject({ state: 'draft', number: null })
  expect(readNumber((await issued()).number!)!.serial).toBe(before + 1)
})

test('numbers begin anew with the year, in Beijing time', async () => {
  const before = await issued()
  const year = Number(before.issuedOn!.slice(0, 4))
  const draft = await aDraft()
  // Ten minutes past midnight of the new year there; in London it is still the old one.
  const back = moveClock(Date.parse(`${year + 1}-01-01T00:10:00+08:00`) - Date.now())
  try {
    const call = { region, by: system, operation: 'test', request: 'test' }
    expect(await union.db.write(call, (work) => issuePaper(work, draft.id))).toEqual({ number: `密工发〔${year + 1}〕1号` })
  } finally {
    back()
  }
  expect(readNumber((await issued()).number!)).toMatchObject({ year, serial: readNumber(before.number!)!.serial + 1 })
})

test('gaps and missing parts are named, and nothing is issued with them', async () => {
  const { id } = await drafter.ask('draftPaper', {
    body: { orgId: district, template: 'hotline-answer', kind: 'letter', values: { order: '京热1号' } },
  })
  const draft = await drafter.ask('getPaper', { params: { id } })
  expect(draft.gaps).toContain('主送单位')
  expect(draft.content.body).toContain('【待填：办理结果】')
  await expect(leader.ask('issuePaper', { params: { id }, body: { version: draft.version } })).rejects.toMatchObject({
    status: 422,
    problem: { code: 'papers.incomplete', errors: expect.arrayContaining([{ path: 'content.body', message: '请补齐：办理结果' }]) },
  })
  const { id: bare } = await drafter.ask('draftPaper', { body: { orgId: district, kind: 'request' } })
  expect((await drafter.ask('getPaper', { params: { id: bare } })).gaps).toEqual(['标题', '正文', '主送机关'])
  await drafter.ask('discardPaper', { params: { id: bare }, body: { version: 1 } })
  await expect(drafter.ask('getPaper', { params: { id: bare } })).rejects.toMatchObject({ status: 404 })
  await expect(
    drafter.ask('draftPaper', { body: { orgId: district, template: 'notice', kind: 'notice', values: { subject: 12 } } }),
  ).rejects.toMatchObject({ problem: { code: 'papers.value-misfit' } })
  await expect(drafter.ask('draftPaper', { body: { orgId: district, template: 'nothing', kind: 'notice' } })).rejects.toMatchObject({ status: 404 })
})

test('what cannot be printed is refused, not stored', async () => {
  const draft = await aDraft()
  const edit = (body: string) =>
    drafter.ask('editPaper', { params: { id: draft.id }, body: { version: draft.version, content: { ...draft.content, body } } })
  for (const body of ['a\u0000b', '\u001b[1m', '\ud800', '\uffff']) await expect(edit(body)).rejects.toMatchObject({ status: 400 })
  const values = { subject: '\u0000' }
  await expect(drafter.ask('draftPaper', { body: { orgId: district, template: 'notice', kind: 'notice', values } })).rejects.toMatchObject({
    status: 400,
  })
  expect((await edit('𠮷永安\t到会。\r\n完')).content.body).toContain('𠮷永安')
})

test('Word and PDF are written once and come back the same; a draft comes as a draft', async () => {
  const draft = await aDraft(drafter, 'formation-request')
  expect(decodeURIComponent(String((await fetchFile(drafter, draft.id, 'docx')).headers['content-disposition']))).toContain('（草稿）')
  const paper = await leader.ask('issuePaper', { params: { id: draft.id }, body: { version: draft.version } })
  expect(paper.content.signer).toBe('郑远山')
  const [docx, pdf] = [await fetchFile(drafter, paper.id, 'docx'), await fetchFile(drafter, paper.id, 'pdf')]
  expect(docx.rawPayload.subarray(0, 2).toString()).toBe('PK')
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.rawPayload.length).toBeLessThan(200_000)
  expect(String(pdf.headers['content-disposition'])).toMatch(/^inline/)
  await papersTasks.writePaperFiles({ paper: paper.id }, { ...union.building, owner: undefined as never })
  expect((await fetchFile(drafter, paper.id, 'docx')).rawPayload.equals(docx.rawPayload)).toBe(true)
  expect((await fetchFile(drafter, paper.id, 'pdf')).rawPayload.equals(pdf.rawPayload)).toBe(true)
  const { rows } = await union.owner.query(
    'select count(*)::int as n from documents.file f join papers.paper p on f.id in (p.docx_file, p.pdf_file) where p.id = $1',
    [paper.id],
  )
  expect(rows[0].n).toBe(2)
  const seen = await union.owner.query(
    "select count(*)::int as n from ledger.audit where action in ('downloadPaperDocx','openPaperPdf') and subject_id = $1",
    [paper.id],
  )
  expect(seen.rows[0].n).toBe(5)
})

test('the sealed scan comes into the record; what is no scan does not', async () => {
  const paper = await issued()
  expect((await fetchFile(drafter, paper.id, 'scan')).json()).toMatchObject({ code: 'papers.no-scan' })
  expect((await upload(drafter, paper.id, '扫描.txt', Buffer.from('不是扫描件'))).json()).toMatchObject({ code: 'papers.scan-kind' })
  expect((await upload(drafter, paper.id, '扫描.pdf', scan)).json()).toMatchObject({ state: 'sealed', scannedAt: expect.any(String) })
  expect((await fetchFile(drafter, paper.id, 'scan')).rawPayload.equals(scan)).toBe(true)
  const draft = await aDraft()
  expect((await upload(drafter, draft.id, '扫描.pdf', scan)).json()).toMatchObject({ code: 'papers.not-issued' })
  expect((await upload(gulou, paper.id, '扫描.pdf', scan)).statusCode).toBe(404)
})

test('a withdrawn paper keeps its number, and the next one gets the next', async () => {
  const paper = await issued()
  const gone = await leader.ask('withdrawPaper', { params: { id: paper.id }, body: { version: paper.version, because: '内容有误' } })
  expect(gone).toMatchObject({
    state: 'withdrawn',
    number: paper.number,
    withdrawn: { by: '郑远山', because: '内容有误' },
    may: { withdraw: false, seal: false },
  })
  await expect(leader.ask('withdrawPaper', { params: { id: paper.id }, body: { version: gone.version, because: '再一次' } })).rejects.toMatchObject({
    problem: { code: 'papers.withdrawn' },
  })
  expect((await upload(drafter, paper.id, '扫描.pdf', scan)).json()).toMatchObject({ code: 'papers.withdrawn' })
  expect(readNumber((await issued()).number!)!.serial).toBe(readNumber(paper.number!)!.serial + 1)
  // Issued less withdrawn, drawn from the acts.
  const { rows } = await union.owner.query(
    "select sum(amount)::int as n from ledger.fact where fact = 'papers-issued' and act_id in (select id from ledger.act where subject_id = $1)",
    [paper.id],
  )
  expect(rows[0].n).toBe(0)
})

test('each town sees and writes its own papers; the district sees all', async () => {
  const own = await aDraft(gulou, 'notice', gulouOrg)
  expect(own.shownNumber).toMatch(/^鼓工发/)
  for (const call of [
    () => guoyuan.ask('getPaper', { params: { id: own.id } }),
    () => guoyuan.ask('editPaper', { params: { id: own.id }, body: { version: own.version, content: own.content } }),
    () => guoyuan.ask('draftPaper', { body: { orgId: gulouOrg, kind: 'notice' } }),
    () => gulou.ask('draftPaper', { body: { orgId: district, kind: 'notice' } }),
    () => guoyuan.ask('getOrgan', { params: { id: gulouOrg } }),
  ])
    await expect(call()).rejects.toMatchObject({ status: 404 })
  for (const form of ['docx', 'pdf', 'scan'] as const) expect((await fetchFile(guoyuan, own.id, form)).statusCode).toBe(404)
  expect((await fetchFile(worker, own.id, 'pdf')).statusCode).toBe(404)
  expect((await fetchFile(union.visitor(), own.id, 'pdf')).statusCode).toBe(401)
  expect((await guoyuan.ask('listPapers', { query: {} })).rows).toEqual([])
  expect((await gulou.ask('listPapers', { query: {} })).rows.map((r) => r.id)).toEqual([own.id])
  expect((await leader.ask('listPapers', { query: { org: gulouOrg } })).rows.map((r) => r.id)).toEqual([own.id])
})

test('the register is searched, filtered and walked without losing or repeating a row', async () => {
  const all = []
  let after: string | null | undefined
  do {
    const page = await leader.ask('listPapers', { query: { limit: 7, ...(after ? { after } : {}) } })
    all.push(...page.rows)
    after = page.next
  } while (after)
  expect(new Set(all.map((r) => r.id)).size).toBe(all.length)
  expect(all.length).toBeGreaterThan(55)
  const one = all.find((r) => r.number)!
  expect((await leader.ask('listPapers', { query: { q: one.number! } })).rows.map((r) => r.id)).toEqual([one.id])
  expect((await leader.ask('listPapers', { query: { q: '%' } })).rows).toEqual([])
  for (const state of ['draft', 'issued', 'sealed', 'withdrawn'] as const) {
    const { rows } = await leader.ask('listPapers', { query: { state, limit: 200 } })
    expect(rows.map((r) => r.id).sort()).toEqual(
      all
        .filter((r) => r.state === state)
        .map((r) => r.id)
        .sort(),
    )
    expect(rows.length).toBeGreaterThan(0)
  }
})

test('code and mark are set by whoever issues; no two organisations share a code', async () => {
  expect(await gulou.ask('getOrgan', { params: { id: gulouOrg } })).toMatchObject({ code: '鼓工', assigned: false })
  await expect(gulou.ask('setOrgan', { params: { id: gulouOrg }, body: { code: '鼓总工', mark: '鼓楼街道总工会' } })).rejects.toMatchObject({
    status: 403,
  })
  await expect(leader.ask('setOrgan', { params: { id: gulouOrg }, body: { code: '密工', mark: '鼓楼街道总工会' } })).rejects.toMatchObject({
    problem: { code: 'papers.code-taken' },
  })
  await leader.ask('setOrgan', { params: { id: gulouOrg }, body: { code: '鼓总工', mark: '鼓楼街道总工会' } })
  const own = await aDraft(gulou, 'notice', gulouOrg)
  expect((await leader.ask('issuePaper', { params: { id: own.id }, body: { version: own.version } })).number).toMatch(/^鼓总工发〔\d{4}〕1号$/)
})

test('another feature drafts and issues about its subject, and finds the papers again', async () => {
  const subject = { kind: 'person', id: '0199aaaa-0000-7000-8000-000000000001' }
  const call = { region, by: system, operation: 'test', request: 'test' }
  const template = templateOf('formation-reply')
  const number = await union.db.write(call, async (work) => {
    const { id } = await draftPaper(work, {
      organisation: district,
      template,
      values: exampleValues(template.tokens),
      subject,
      content: { urgency: '加急' },
    })
    return (await issuePaper(work, id)).number
  })
  const papers = await union.db.read(call, (look) => papersOf(look, subject))
  expect(papers).toMatchObject([{ number, kind: 'reply', state: 'issued' }])
})
