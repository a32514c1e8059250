import { house } from '../../rooms.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { system } from '../../kit/actor.ts'
import { aUnion, region } from '../../test/union.ts'
import { papersWithin } from './access.ts'
import { draftPaper } from './index.ts'

const union = await aUnion({ people: 50 })
const [officer, leader, gulou] = [await union.as('zuzhi'), await union.as('lingdao'), await union.as('gulou')]
const code = 'notice'
const now = () => officer.ask('getTemplate', { params: { code } })

test('every shipped template is listed, shown and previewed as a paper', async () => {
  const { rows } = await leader.ask('listTemplates', {})
  expect(rows.map((r) => r.name)).toEqual(
    expect.arrayContaining(['建会请示', '同意建会批复', '选举结果报告', '选举结果批复', '12345 答复函', '转办单', '通知', '函']),
  )
  expect(rows).toHaveLength(house.templates.length)
  for (const row of rows) {
    const template = await leader.ask('getTemplate', { params: { code: row.code } })
    expect(template.revision).toBe(0)
    const shown = await leader.ask('previewTemplate', { params: { code: row.code }, body: { text: template.text } })
    expect(shown.content.signature).toBe('示范区总工会')
    expect(JSON.stringify(shown.content)).not.toMatch(/\{\{|待填/)
  }
})

test('a revision holds from the next draft on; older papers and older wordings stay', async () => {
  const before = await now()
  const [, values] = [before, { subject: '召开会议', party: '各镇街总工会', basis: '为了工作', matters: '准时到会。' }]
  const { id: old } = await officer.ask('draftPaper', { body: { orgId: await root(), template: code, kind: 'notice', values } })
  const text = { ...before.text, body: before.text.body.replace('特此通知。', '请认真贯彻执行。') }
  expect(await officer.ask('reviseTemplate', { params: { code }, body: { revision: 0, name: '通知', text, because: '统一结尾' } })).toEqual({
    revision: 1,
  })
  const after = await now()
  expect(after).toMatchObject({ revision: 1, madeBy: '林溪言', because: '统一结尾' })
  expect(after.revisions.map((r) => r.revision)).toEqual([1, 0])
  expect(after.revisions.at(-1)!.text).toEqual(before.text)
  const { id } = await officer.ask('draftPaper', { body: { orgId: await root(), template: code, kind: 'notice', values } })
  const paper = await officer.ask('getPaper', { params: { id } })
  expect(paper.content.body).toContain('请认真贯彻执行。')
  expect(paper.template).toEqual({ code, revision: 1, name: '通知' })
  expect((await officer.ask('getPaper', { params: { id: old } })).content.body).toContain('特此通知。')
  // Somebody who looked at the old one does not overwrite the new one.
  await expect(
    officer.ask('reviseTemplate', { params: { code }, body: { revision: 0, name: '通知', text, because: '再改一次' } }),
  ).rejects.toMatchObject({
    problem: { code: 'record.changed' },
  })
})

test('two officers who revise at once: one succeeds', async () => {
  const { revision, text } = await now()
  const tries = await Promise.allSettled(
    [1, 2, 3].map((n) => officer.ask('reviseTemplate', { params: { code }, body: { revision, name: '通知', text, because: `同时修改 ${n}` } })),
  )
  expect(tries.filter((t) => t.status === 'fulfilled')).toHaveLength(1)
  for (const t of tries) if (t.status === 'rejected') expect(t.reason).toMatchObject({ status: 409 })
})

test('tokens that nobody supplies are refused with their names; a town does not change the district’s wording', async () => {
  const { revision, text } = await now()
  const bad = { ...text, body: '{{answers.nothing}}，{{oops' }
  await expect(
    officer.ask('reviseTemplate', { params: { code }, body: { revision, name: '通知', text: bad, because: '试一试' } }),
  ).rejects.toMatchObject({
    status: 422,
    problem: {
      code: 'papers.template-faults',
      errors: [{ message: expect.stringContaining('answers.nothing') }, { message: expect.stringContaining('大括号') }],
    },
  })
  await expect(gulou.ask('reviseTemplate', { params: { code }, body: { revision, name: '通知', text, because: '试一试' } })).rejects.toMatchObject({
    status: 403,
  })
  expect((await gulou.ask('getTemplate', { params: { code } })).mayRevise).toBe(false)
  await expect(officer.ask('getTemplate', { params: { code: 'nothing' } })).rejects.toMatchObject({ status: 404 })
})

const root = async () => (await union.owner.query("select id from organisations.org where name = '密云区总工会'")).rows[0].id as string
const upload = (name: string, content: Buffer) => {
  const b = '----gongyou-boundary'
  const payload = Buffer.concat([
    Buffer.from(`--${b}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`),
    content,
    Buffer.from(`\r\n--${b}--\r\n`),
  ])
  return gulou.send({ method: 'POST', url: '/api/papers/check', payload, headers: { 'content-type': `multipart/form-data; boundary=${b}` } })
}

test('a paper of ours goes through the checker over HTTP; what is no paper is refused with words', async () => {
  const { id } = await officer.ask('draftPaper', { body: { orgId: await root(), template: 'letter', kind: 'letter', values: {} } })
  const docx = await officer.send({ method: 'GET', url: `/api/papers/${id}/docx` })
  const answer = await upload('函.docx', docx.rawPayload)
  expect(answer.json()).toMatchObject({ name: '函.docx', findings: [] })
  for (const [name, content, words] of [
    ['旧.doc', Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(600)]), '旧的 .doc'],
    ['程序.docx', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)]), '不是 Word'],
    ['大.docx', Buffer.alloc(20_500_000), '20 MB'],
  ] as const) {
    const refused = await upload(name, content)
    expect([name, refused.statusCode >= 400 && refused.statusCode < 500]).toEqual([name, true])
    expect(refused.json().detail).toContain(words)
  }
  expect((await gulou.send({ method: 'POST', url: '/api/papers/check', payload: { a: 1 } })).statusCode).toBe(400)
})

test('whoever owns a subject widens or narrows who sees its papers, in list and page alike', async () => {
  const call = { region, by: system, operation: 'test', request: 'test' }
  const orgId = await root()
  const mine = '0199aaaa-0000-7000-8000-000000000001'
  const ids = await union.db.write(call, async (work) => {
    const draft = (kind: string, id: string) => draftPaper(work, { organisation: orgId, kind: 'letter', subject: { kind, id } })
    return {
      shown: (await draft('case', mine)).id,
      hidden: (await draft('case', '0199aaaa-0000-7000-8000-000000000002')).id,
      other: (await draft('union', mine)).id,
    }
  })
  const sights = {
    case: async (_: unknown, { subjectId }: { subjectId: ReturnType<typeof sql.ref> }) => sql<boolean>`(${subjectId} = ${mine}::uuid)`,
  }
  const seenBy = async (by: typeof system) =>
    union.db.read({ region, by }, async (look) => {
      const within = await papersWithin(look, sights)
      const rows = await look.db
        .selectFrom('papers.paper as p')
        .select('p.id')
        .where('p.region', '=', region)
        .where('p.subject_id', 'is not', null)
        .where(within)
        .execute()
      return new Set(rows.map((r) => r.id))
    })
  // The system reaches everything by post, but the sight still keeps the other case to itself.
  expect(await seenBy(system)).toEqual(new Set([ids.shown, ids.other]))
  // A worker without any post sees exactly what the sight grants.
  expect(await seenBy({ ...system, kind: 'worker' })).toEqual(new Set([ids.shown]))
})
