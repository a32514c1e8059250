import type { FileAnswer } from '@gongyou/contract/forms/index.ts'
import { momentOf } from '../../kit/clock.ts'
import { Refused, refuse } from '../../kit/refuse.ts'
import {
  askedSession,
  cancelWhole,
  closeHeld,
  countHeads,
  headsOf,
  keepPhoto,
  lockActivity,
  lockAsked,
  moveSession,
  planActivity,
  publishAsked,
} from '../activities/index.ts'
import type { Effects, Fill, House } from '../cases/index.ts'
import { sessionPlaces } from '../venues/index.ts'
import { orderCode, planFor, sessionFor } from './plan-of.ts'

const stands = (found: Awaited<ReturnType<typeof askedSession>>) =>
  found !== undefined && ['draft', 'published'].includes(found.activity.row.state) && !found.session.cancelled_at ? found : undefined

/** The lecturer has agreed: the session is planned and public, or moved where it stood already and the time was changed. */
const schedule: Effects[string] = async (work, { keys }, matter) => {
  const found = stands(await lockAsked(work, matter.row.id))
  const session = await sessionFor(work, matter)
  if (new Date(session.startsAt) <= work.at) throw refuse('lawmenu.day-passed')
  if (found) {
    // Where it is held may have been settled on its own page meanwhile; an order only moves the time.
    const { version, place, address, lon, lat } = found.session
    const where = { place, address, ...(lon !== null && lat !== null ? { point: [lon, lat] as [number, number] } : {}) }
    return moveSession(work, sessionPlaces, found.activity, found.session, { ...session, ...where, version })
  }
  const id = await planActivity(work, sessionPlaces, await planFor(work, matter))
  try {
    await publishAsked(work, keys, await lockActivity(work, id))
  } catch (error) {
    // The kind asks for more than an order says: whoever runs it fills that in and publishes.
    if (!(error instanceof Refused && error.code === 'request.invalid')) throw error
  }
}

/** Whoever signed up is told. */
const callOff: Effects[string] = async (work, _engine, matter, { said }) => {
  const found = stands(await lockAsked(work, matter.row.id))
  if (found && !found.session.closed_at) await cancelWhole(work, sessionPlaces, found.activity, found.activity.row.version, said ?? '')
}

/** Who came is known from the door of the session; what was typed counts only where nobody stood there. */
const heads: Fill = async (work, matter, given) => {
  const found = stands(await lockAsked(work, matter.row.id))
  if (found && work.at < found.session.starts_at) throw refuse('lawmenu.not-held-yet')
  const seen = found ? await headsOf(work, found.session) : 0
  if (seen === 0 && given.attended === undefined) throw refuse('lawmenu.nobody-counted')
  return seen === 0 ? {} : { attended: seen }
}

/** The session is closed with what the order says of it, unless the station has closed it already. */
const delivered: Effects[string] = async (work, _engine, matter, { answers }) => {
  const found = stands(await lockAsked(work, matter.row.id))
  if (!found || found.session.closed_at) return
  if ((await headsOf(work, found.session)) === 0) await countHeads(work, found, Number(answers.attended))
  for (const file of answers.evidence as readonly FileAnswer[])
    await keepPhoto(work, found, {
      fileId: file.id,
      takenAt: found.session.starts_at.toISOString(),
      place: found.session.place,
      said: matter.row.number,
    })
  await closeHeld(work, found)
}

export const lawmenuEffects: Effects = { 'lawmenu.schedule': schedule, 'lawmenu.call-off': callOff, 'lawmenu.delivered': delivered }

/** The session of an order, as its case names it. */
const led: House['led'] = {
  [orderCode]: async (look, matter) => {
    const found = await askedSession(look, matter.row.id)
    if (!found) return []
    const { activity, session } = found
    const at = `${momentOf(session.starts_at)} ${session.place}`
    const [zh, en] = !stands(found)
      ? [`场次已取消（原定 ${at}）`, `Session cancelled (it was ${at})`]
      : activity.row.state === 'draft'
        ? [`场次 ${at}，待补全后发布`, `Session ${at}, to be completed and published`]
        : [`场次 ${at}`, `Session ${at}`]
    return [
      {
        id: activity.row.id,
        kind: 'activity' as const,
        title: activity.row.title,
        says: { zh, en },
      },
    ]
  },
}

/** What orders give the engine of cases. */
export const lawmenuHouse: Pick<House, 'fills' | 'led'> = { fills: { 'lawmenu.heads': heads }, led }
