import { expect, test } from 'vitest'
import { anActivityDesk, inHours } from '../../test/activities.ts'
import { aUnion } from '../../test/union.ts'
import { uploaded } from '../../test/uploads.ts'

const union = await aUnion({ people: 1500 })
const desk = await anActivityDesk(union)

test('a photograph is evidence of the day it was taken on: one of another day, or of later than now, is refused', async () => {
  const a = await desk.published({ sessions: [{ startsAt: inHours(1), endsAt: inHours(3), place: '文体中心' }] })
  const session = a.sessionList[0]!.id
  await desk.at(2, async () => {
    const photo = await uploaded(desk.gulou, 'png')
    const add = (takenAt: string) => desk.gulou.ask('addEvidence', { params: { id: session }, body: { fileId: photo.id, takenAt } })
    for (const wrong of [-24 * 4, 24 * 4, 2.5])
      await expect(add(inHours(wrong))).rejects.toMatchObject({ problem: { code: 'activities.photo-not-then' } })
    await add(inHours(1.5))
  })
})

test('papers for finance come after the end as well; one added by mistake is taken back with a reason and is gone from the set', async () => {
  const a = await desk.published({ kind: 'lecture', sessions: [{ startsAt: inHours(1), endsAt: inHours(2), place: '报告厅' }] })
  const session = a.sessionList[0]!.id
  const sheet = () => desk.gulou.ask('getSessionSheet', { params: { id: session } })
  await desk.at(3, async () => {
    const photo = await uploaded(desk.gulou, 'png')
    await desk.gulou.ask('addEvidence', { params: { id: session }, body: { fileId: photo.id, takenAt: inHours(1.5) } })
    await desk.gulou.ask('closeSession', { params: { id: session } })
    const file = await uploaded(desk.gulou, 'png')
    const add = (sort: 'invoice' | 'acceptance', who = desk.gulou) =>
      who.ask('addEvidencePaper', { params: { id: session }, body: { fileId: file.id, sort, said: '场地费' } })
    await add('invoice')
    await add('acceptance')
    await expect(add('invoice', desk.guoyuan)).rejects.toMatchObject({ status: 404 })
    const { papers, photos } = await sheet()
    expect(papers.map((p) => p.sort).toSorted()).toEqual(['acceptance', 'invoice'])
    expect(photos).toHaveLength(1)
    const invoice = papers.find((p) => p.sort === 'invoice')!.id
    const remove = (id: string, because: string, who = desk.gulou) => who.ask('removeEvidence', { params: { id }, body: { because } })
    await expect(remove(invoice, ' ')).rejects.toMatchObject({ status: 400 })
    await expect(remove(invoice, '传错', desk.guoyuan)).rejects.toMatchObject({ status: 404 })
    await remove(invoice, '传错了一张')
    expect((await sheet()).papers.map((p) => p.sort)).toEqual(['acceptance'])
    await expect(remove(invoice, '再撤一次')).rejects.toMatchObject({ status: 404 })
    expect((await desk.gulou.send({ method: 'GET', url: `/api/evidence/${invoice}` })).statusCode).toBe(404)
    // What the session was closed with stays.
    await expect(remove(photos[0]!.id, '不好看')).rejects.toMatchObject({ problem: { code: 'activities.session-closed' } })
    expect((await sheet()).photos).toHaveLength(1)
  })
})
