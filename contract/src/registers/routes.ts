import { z } from 'zod'
import { AnswersShape } from '../forms/definition.ts'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Count, Id, Named, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { RegisterSent } from './definition.ts'
import { EntryLine, EntryView, RegisterLine, Said } from './shapes.ts'

export const ByCode = z.object({ code: z.string().max(60) })
const Because = z.string().trim().max(300)

/** What the list, its count and its export are asked for: one predicate. */
export const EntryFilter = {
  q: z.string().trim().max(60).optional(),
  /** Without a state: everything that is not ended. `valid` includes what is ending. */
  state: z.enum(['valid', 'ending', 'expired', 'upcoming', 'ended', 'all']).optional(),
  org: Id.optional(),
  person: Id.optional(),
  employer: Id.optional(),
  /** Answers of choices, `field:code`, separated by commas; all must hold. */
  choice: z.string().max(400).optional(),
}

export const listRegisters = route({
  id: 'listRegisters',
  method: 'GET',
  url: '/api/registers',
  door: 'registers.read',
  summary: t('名册目录', 'All registers'),
  reply: z.object({ registers: z.array(RegisterLine) }),
})
export const getRegister = route({
  id: 'getRegister',
  method: 'GET',
  url: '/api/registers/:code',
  door: 'registers.read',
  summary: t('一个名册', 'One register'),
  params: ByCode,
  reply: z.object({ register: RegisterSent, retired: z.boolean(), mayEdit: z.boolean(), mayUnmask: z.boolean() }),
})
export const listEntries = route({
  id: 'listEntries',
  method: 'GET',
  url: '/api/registers/:code/entries',
  door: 'registers.read',
  summary: t('名册条目', 'Entries of a register'),
  params: ByCode,
  query: z.object({ ...EntryFilter, ...Page }),
  reply: listOf(EntryLine),
})
/** For a field that asks for an entry: names and what the list shows of them, of registers that are open to everyone. */
export const findOpenEntries = route({
  id: 'findOpenEntries',
  method: 'GET',
  url: '/api/registers/:code/open-entries',
  door: 'person',
  perMinute: 120,
  summary: t('按名称查找名册条目（供填表选用）', 'Find entries a form may name'),
  params: ByCode,
  query: z.object({ q: z.string().trim().max(60).default(''), limit: z.coerce.number().int().min(1).max(200).default(12) }),
  reply: z.object({ found: z.array(Named.extend({ town: z.int().nullable(), about: z.string(), facts: z.array(Said) })) }),
})
export const countEntries = route({
  id: 'countEntries',
  method: 'GET',
  url: '/api/registers/:code/entries/count',
  door: 'registers.read',
  summary: t('条目数', 'How many entries'),
  params: ByCode,
  query: z.object(EntryFilter),
  reply: Count,
})

/** Days are asked for only where the form has none. */
const Days = { from: CivilDate.optional(), to: CivilDate.optional() }

export const addEntry = route({
  id: 'addEntry',
  method: 'POST',
  url: '/api/registers/:code/entries',
  door: 'registers.edit',
  summary: t('新增条目', 'Add an entry'),
  params: ByCode,
  body: z.object({
    /** The organisation it belongs to, or that keeps it. */
    orgId: Id,
    personId: Id.optional(),
    employerId: Id.optional(),
    answers: AnswersShape,
    ...Days,
    because: Because.default(''),
  }),
  reply: EntryView,
})

export const getEntry = route({
  id: 'getEntry',
  method: 'GET',
  url: '/api/register-entries/:id',
  door: 'registers.read',
  summary: t('一个条目', 'One entry'),
  params: ById,
  reply: EntryView,
})
export const changeEntry = route({
  id: 'changeEntry',
  method: 'PATCH',
  url: '/api/register-entries/:id',
  door: 'registers.edit',
  summary: t('更新条目', 'Change an entry'),
  params: ById,
  body: z.object({
    version: z.int(),
    /** Only what changes; null empties a field. */
    answers: AnswersShape,
    orgId: Id.optional(),
    ...Days,
    because: Because.default(''),
  }),
  reply: EntryView,
})
export const renewEntry = route({
  id: 'renewEntry',
  method: 'POST',
  url: '/api/register-entries/:id/renew',
  door: 'registers.edit',
  summary: t('续期', 'Renew an entry'),
  params: ById,
  body: z.object({ version: z.int(), answers: AnswersShape.default({}), ...Days, because: Because.default('') }),
  reply: EntryView,
})
export const endEntry = route({
  id: 'endEntry',
  method: 'POST',
  url: '/api/register-entries/:id/end',
  door: 'registers.edit',
  summary: t('终止条目', 'End an entry'),
  params: ById,
  body: z.object({ version: z.int(), on: CivilDate.optional(), because: Because.min(2) }),
  reply: EntryView,
})
export const restoreEntry = route({
  id: 'restoreEntry',
  method: 'POST',
  url: '/api/register-entries/:id/restore',
  door: 'registers.edit',
  summary: t('恢复条目', 'Restore an ended entry'),
  params: ById,
  body: z.object({ version: z.int(), because: Because.min(2) }),
  reply: EntryView,
})
export const openSealedEntry = route({
  id: 'openSealedEntry',
  method: 'POST',
  url: '/api/register-entries/:id/sealed',
  door: 'people.unmask',
  summary: t('查看敏感内容', 'Open sealed answers'),
  params: ById,
  body: z.object({ purpose: z.string().trim().min(2).max(200) }),
  reply: z.object({ answers: AnswersShape }),
})
export const getEntryFile = route({
  id: 'getEntryFile',
  method: 'GET',
  url: '/api/register-entries/:id/files/:file',
  door: 'registers.read',
  summary: t('打开条目附件', 'Open a file of an entry'),
  params: ById.extend({ file: Id }),
  sends: 'application/octet-stream',
})
