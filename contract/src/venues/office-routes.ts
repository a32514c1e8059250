import { z } from 'zod'
import { route } from '../kit/route.ts'
import { ById, CivilDate, Done, Id, Named, Page, listOf } from '../kit/shapes.ts'
import { t } from '../kit/text.ts'
import { Booking, SpanShape, SpecialDaysShape, Stock, Venue, VenueKindShape, VenueStateShape } from './shapes.ts'

const Answers = z.record(z.string().max(60), z.unknown())
const Because = z.string().trim().min(2).max(300)
const Request = { requestId: Id.optional() }

export const listVenues = route({
  id: 'listVenues',
  method: 'GET',
  url: '/api/venues',
  door: 'venues.read',
  summary: t('阵地', 'Venues'),
  query: z.object({
    q: z.string().trim().max(60).optional(),
    kind: VenueKindShape.optional(),
    /** `standing` is open or suspended. */
    state: z.union([VenueStateShape, z.enum(['standing', 'coming'])]).optional(),
    town: z.coerce.number().int().min(0).max(999_999_999).optional(),
    org: Id.optional(),
    ...Page,
  }),
  reply: listOf(
    z.object({
      id: Id,
      code: z.string(),
      name: z.string(),
      kind: VenueKindShape,
      state: VenueStateShape,
      town: z.int().nullable(),
      org: Named,
      point: z.tuple([z.number(), z.number()]).nullable(),
      openedOn: CivilDate.nullable(),
      /** Scores of the newest inspection, and its year. */
      inspected: z.object({ year: z.int(), score: z.int() }).nullable(),
      /** Of the last thirty days. */
      visits: z.int(),
      places: z.int(),
    }),
  ),
})
/** How many stand in each state, within reach: the chips above the list. */
export const countVenues = route({
  id: 'countVenues',
  method: 'GET',
  url: '/api/venues/counts',
  door: 'venues.read',
  summary: t('阵地数量', 'Counts of venues'),
  reply: z.object({ standing: z.int(), coming: z.int(), suspended: z.int(), uninspected: z.int(), asked: z.int() }),
})
export const getVenue = route({
  id: 'getVenue',
  method: 'GET',
  url: '/api/venues/:id',
  door: 'venues.read',
  summary: t('一个阵地', 'One venue'),
  params: ById,
  reply: Venue,
})
export const addVenue = route({
  id: 'addVenue',
  method: 'POST',
  url: '/api/venues',
  door: 'venues.edit',
  summary: t('登记已有阵地', 'Enter a venue that exists'),
  body: z.object({ orgId: Id, answers: Answers, openedOn: CivilDate, ...Request }),
  reply: Venue,
})
export const changeVenue = route({
  id: 'changeVenue',
  method: 'POST',
  url: '/api/venues/:id/answers',
  door: 'venues.edit',
  summary: t('更新阵地资料', 'Change a venue'),
  params: ById,
  body: z.object({ version: z.int(), answers: Answers, orgId: Id.optional() }),
  reply: Venue,
})

/** Whose bookings fall away when the venue is closed in a time, and what each could be offered instead. */
export const previewClosing = route({
  id: 'previewClosing',
  method: 'GET',
  url: '/api/venues/:id/affected',
  door: 'venues.edit',
  summary: t('预览受影响的预订', 'Bookings that a closing affects'),
  params: ById,
  query: z.object({ from: CivilDate, to: CivilDate.optional() }),
  reply: z.object({
    rows: z.array(z.object({ booking: Booking, offers: z.array(z.object({ place: Named, from: z.string(), to: z.string() })) })),
  }),
})
export const moveVenue = route({
  id: 'moveVenue',
  method: 'POST',
  url: '/api/venues/:id/state',
  door: 'venues.edit',
  summary: t('暂停、恢复、撤销', 'Suspend, open again, close'),
  params: ById,
  body: z.object({ version: z.int(), to: z.enum(['open', 'suspended', 'closed']), on: CivilDate.optional(), because: Because }),
  reply: Venue,
})
export const setSpecialDays = route({
  id: 'setSpecialDays',
  method: 'POST',
  url: '/api/venues/:id/special-days',
  door: 'venues.edit',
  summary: t('设置特殊开放日', 'Other hours on some days'),
  params: ById,
  body: z.object({ from: CivilDate, to: CivilDate, spans: z.array(SpanShape).max(6), because: Because }),
  reply: z.object({ special: z.array(SpecialDaysShape), displaced: z.int() }),
})
export const liftSpecialDays = route({
  id: 'liftSpecialDays',
  method: 'POST',
  url: '/api/venues/:id/special-days/:days/lift',
  door: 'venues.edit',
  summary: t('撤销特殊开放日', 'Back to the usual hours'),
  params: ById.extend({ days: Id }),
  body: z.object({}),
  reply: Done,
})

const Score = z.int().min(0).max(100)
export const inspectVenue = route({
  id: 'inspectVenue',
  method: 'POST',
  url: '/api/venues/:id/inspections',
  door: 'venues.edit',
  summary: t('登记年度检查', 'Enter an inspection'),
  params: ById,
  body: z.object({ on: CivilDate, useful: Score, downToEarth: Score, effective: Score, remarks: z.string().trim().max(1000).default('') }),
  reply: Venue,
})
export const honourVenue = route({
  id: 'honourVenue',
  method: 'POST',
  url: '/api/venues/:id/honours',
  door: 'venues.edit',
  summary: t('推荐、命名最美站点', 'Recommend or name the finest station'),
  params: ById,
  body: z.object({ year: z.int().min(2000).max(2199), because: z.string().trim().max(500).default(''), award: z.boolean().default(false) }),
  reply: Venue,
})

export const listItems = route({
  id: 'listItems',
  method: 'GET',
  url: '/api/venues/items',
  door: 'venues.read',
  summary: t('发放物品', 'Items handed out'),
  reply: z.object({
    rows: z.array(
      z.object({ id: Id, name: z.string(), from: CivilDate, to: CivilDate, open: z.boolean(), venues: z.int(), handed: z.int(), rest: z.int() }),
    ),
  }),
})
export const addItem = route({
  id: 'addItem',
  method: 'POST',
  url: '/api/venues/items',
  door: 'venues.edit',
  summary: t('新增发放物品', 'Add an item'),
  body: z.object({ name: z.string().trim().min(1).max(40), from: CivilDate, to: CivilDate }),
  reply: z.object({ id: Id }),
})
const Amount = z.int().min(1).max(100_000)
export const moveStock = route({
  id: 'moveStock',
  method: 'POST',
  url: '/api/venues/:id/stock',
  door: 'venues.edit',
  summary: t('入库、报损', 'Deliver or write off'),
  params: ById,
  body: z.object({ itemId: Id, op: z.enum(['delivered', 'lost']), amount: Amount, because: z.string().trim().max(200).default(''), ...Request }),
  reply: Stock,
})
/** Hands one out to the holder of a member card, or counts people who do not want to be named. */
export const handOut = route({
  id: 'handOut',
  method: 'POST',
  url: '/api/venues/:id/hand-outs',
  door: 'venues.edit',
  perMinute: 300,
  summary: t('发放', 'Hand out'),
  params: ById,
  body: z.object({ itemId: Id, card: z.string().max(600).optional(), amount: z.int().min(1).max(500).default(1), ...Request }),
  reply: z.object({ stock: Stock, to: z.string().nullable() }),
})
export const countVisits = route({
  id: 'countVisits',
  method: 'POST',
  url: '/api/venues/:id/visits',
  door: 'venues.edit',
  perMinute: 300,
  summary: t('登记到站人次', 'Count visits'),
  params: ById,
  body: z.object({ amount: z.int().min(1).max(500), ...Request }),
  reply: z.object({ today: z.int() }),
})
export const getVenueUsage = route({
  id: 'getVenueUsage',
  method: 'GET',
  url: '/api/venues/:id/usage',
  door: 'venues.read',
  summary: t('使用情况', 'How a venue is used'),
  params: ById,
  query: z.object({ months: z.coerce.number().int().min(1).max(36).default(12) }),
  reply: z.object({
    today: z.int(),
    months: z.array(z.object({ month: z.string(), visits: z.int(), handed: z.int(), bookings: z.int(), hours: z.number() })),
  }),
})
