import { type Service, fromOf } from '@gongyou/contract/cases/service.ts'
import { type ServiceFault, faultsOf } from '@gongyou/contract/cases/faults-of.ts'
import { registerFaultsOf } from '@gongyou/contract/cases/keeps.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { digestOf, publishNew, publishedRevisions } from '../../kit/db/published.ts'
import { fieldsOf, refuse } from '../../kit/refuse.ts'
import type { House } from './engine.ts'
import { allRegisters } from '../registers/index.ts'

const published = publishedRevisions<Service>()

/** One revision of a service. */
export const serviceOf = (look: Look, code: string, revision: number): Promise<Service> =>
  published(look.region, code, revision, async () => {
    const row = await look.db
      .selectFrom('cases.service')
      .select('definition')
      .where('region', '=', look.region)
      .where('code', '=', code)
      .where('revision', '=', revision)
      .executeTakeFirst()
    if (!row) throw refuse('cases.no-such-service')
    return row.definition as Service
  })

/** The revision that new cases begin under, with the part of the tree it is offered in (null: everywhere). */
export const newestOf = async (look: Look, code: string) => {
  const row = await look.db
    .selectFrom('cases.service')
    .select(['revision', 'org_id', 'retired_at'])
    .where('region', '=', look.region)
    .where('code', '=', code)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row || row.retired_at) throw refuse('cases.no-such-service')
  return { service: await serviceOf(look, code, row.revision), orgId: row.org_id }
}

/** Whether a service offered in one part of the tree (null: everywhere) is offered to somebody whose union has this path. */
export const offeredAt = (orgId: string | null, path: string | undefined) =>
  orgId === null || Boolean(path?.split('.').includes(orgId.replaceAll('-', '')))

/** The newest revision of every service that is offered. */
export const offeredServices = async (look: Look) => {
  const rows = await look.db
    .selectFrom('cases.service')
    .distinctOn('code')
    .select(['code', 'revision', 'org_id', 'retired_at'])
    .where('region', '=', look.region)
    .orderBy('code')
    .orderBy('revision', 'desc')
    .execute()
  return Promise.all(rows.filter((r) => !r.retired_at).map(async (r) => ({ service: await serviceOf(look, r.code, r.revision), orgId: r.org_id })))
}

/** Everything that is wrong with a service in this district: with itself, and with what it writes into registers. */
export const faultsHere = async (look: Look, service: Service): Promise<ServiceFault[]> => {
  const own = faultsOf(service)
  const speaks = Object.values(service.actions).some((a) => a.keeps) || Object.values(service.form).some((f) => f.kind === 'entry')
  return own.length === 0 && speaks
    ? registerFaultsOf(
        service,
        (await allRegisters(look)).flatMap((r) => (r.retired ? [] : [r.register])),
      )
    : own
}

/** Effects and papers that nobody in this house knows. */
export const houseFaults = (service: Service, house: Pick<House, 'effects' | 'fills' | 'templates'>): ServiceFault[] =>
  Object.entries(service.actions).flatMap(([name, a]) => [
    ...(a.effect && !Object.hasOwn(house.effects, a.effect)
      ? [{ path: `actions.${name}.effect`, says: { zh: '没有这种后续动作', en: 'There is no such effect' } }]
      : []),
    ...(a.fills && !Object.hasOwn(house.fills, a.fills)
      ? [{ path: `actions.${name}.fills`, says: { zh: '没有这种自动填入', en: 'Nobody fills this in' } }]
      : []),
    ...(a.paper && !house.templates.some((t) => t.code === a.paper)
      ? [{ path: `actions.${name}.paper`, says: { zh: '没有这个公文模板', en: 'There is no such template' } }]
      : []),
  ])

type HowMade = { by: 'code' | 'officer'; because: string; org?: string | null }

/** Publishes a revision: the definition, its states and its steps, against whose keys every act is checked. */
export const publishService = async (work: Work, service: Service, how: HowMade) => {
  const faults = await faultsHere(work, service)
  if (faults.length > 0) throw refuse('cases.service-faulty', { fields: fieldsOf(faults) })
  const key = { region: work.region, service: service.code, revision: service.revision }
  await work.tx
    .insertInto('cases.service')
    .values({
      region: work.region,
      code: service.code,
      revision: service.revision,
      definition: JSON.stringify(service),
      digest: digestOf(service),
      title: service.title.zh,
      org_id: how.org ?? null,
      made_by: how.by,
      because: how.because,
      published_at: work.at,
      published_by: work.by.personId,
    })
    .execute()
  await work.tx
    .insertInto('cases.state')
    .values(Object.entries(service.states).map(([state, s]) => ({ ...key, state, final: s.final ?? false })))
    .execute()
  const steps = Object.entries(service.actions).flatMap(([action, a]) =>
    fromOf(a).map((from) => ({ ...key, from_state: from, action, to_state: a.to })),
  )
  if (steps.length > 0) await work.tx.insertInto('cases.step').values(steps).execute()
}

/** Brings the declared services of this release into the database. A revision that was published may not have changed since. */
export const syncServices = async (work: Work, declared: readonly Service[]) => {
  const rows = await work.tx.selectFrom('cases.service').select(['code', 'revision', 'digest', 'made_by']).where('region', '=', work.region).execute()
  await publishNew('service', rows, declared, (service) => publishService(work, service, { by: 'code', because: '' }))
}
