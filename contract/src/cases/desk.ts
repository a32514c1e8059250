import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, Done, Id } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'

/** Work of somebody who leaves goes to somebody else, open task by open task. */
export const handOverWork = route({
  id: 'handOverWork',
  method: 'POST',
  url: '/api/cases/hand-over',
  door: 'cases.oversee',
  summary: t('工作移交', 'Hand work over'),
  body: z.object({ from: Id, to: Id, why: z.string().trim().min(2).max(1000) }),
  reply: z.object({ moved: z.int() }),
})

export const listPhrases = route({
  id: 'listPhrases',
  method: 'GET',
  url: '/api/cases/phrases',
  door: 'staff',
  summary: t('常用意见', 'Opinion phrases'),
  reply: z.object({ phrases: z.array(z.object({ id: Id, said: z.string(), own: z.boolean() })) }),
})
export const keepPhrase = route({
  id: 'keepPhrase',
  method: 'POST',
  url: '/api/cases/phrases',
  door: 'staff',
  summary: t('存为常用意见', 'Keep a phrase'),
  body: z.object({ said: z.string().trim().min(1).max(300) }),
  reply: Done,
})
export const dropPhrase = route({
  id: 'dropPhrase',
  method: 'DELETE',
  url: '/api/cases/phrases/:id',
  door: 'staff',
  summary: t('删除常用意见', 'Drop a phrase'),
  params: ById,
  reply: Done,
})

const Query = z.record(z.string().max(40), z.string().max(200))
export const listSavedViews = route({
  id: 'listSavedViews',
  method: 'GET',
  url: '/api/cases/views',
  door: 'staff',
  summary: t('我的视图', 'Saved views'),
  reply: z.object({ views: z.array(z.object({ id: Id, name: z.string(), query: Query })) }),
})
export const saveView = route({
  id: 'saveView',
  method: 'POST',
  url: '/api/cases/views',
  door: 'staff',
  summary: t('保存视图', 'Save a view'),
  body: z.object({ name: z.string().trim().min(1).max(40), query: Query }),
  reply: Done,
})
export const dropView = route({
  id: 'dropView',
  method: 'DELETE',
  url: '/api/cases/views/:id',
  door: 'staff',
  summary: t('删除视图', 'Drop a view'),
  params: ById,
  reply: Done,
})
