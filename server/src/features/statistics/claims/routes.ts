import { t } from '@gongyou/contract/kit/text.ts'
import * as routes from '@gongyou/contract/statistics/claims.ts'
import type { Finding } from '@gongyou/contract/statistics/contradictions.ts'
import type { Look } from '../../../kit/db/database.ts'
import type { Room } from '../../../kit/http/server.ts'
import { refuse } from '../../../kit/refuse.ts'
import { reachOf } from '../../organisations/index.ts'
import { type Catalogue, figuresOf } from '../catalogue.ts'
import { contradictionsPage } from './contradictions.ts'
import { declareHistorical, preview, publish, withdraw } from './publish.ts'
import { changesOf, claimOf } from './recompute.ts'
import { type TopicName, claimRow, listRows, viewOf } from './store.ts'

const topicNames = async (look: Look, catalogue: Catalogue): Promise<TopicName> => {
  const names = new Map((await figuresOf(look, catalogue)).map((f) => [f.code, f.name]))
  return (topic) => names.get(topic) ?? t(topic, topic)
}

/** Sums of parts stand for the claims they are made of. */
const sent = (findings: readonly Finding[]) =>
  findings.map((f) => ({ ...f, claims: f.claims.flatMap((id) => id.split('+')).filter((id) => id !== 'new'), reasons: [...f.reasons] }))

export const claimsRoom =
  (catalogue: Catalogue): Room =>
  (mount) => {
    const one = async (look: Look, id: string) => viewOf(await claimRow(look, id), await topicNames(look, catalogue))
    mount(routes.listClaims, ({ query, read }) =>
      read(async (look) => {
        const { page, next } = await listRows(look, query)
        const names = await topicNames(look, catalogue)
        return { rows: page.map((r) => viewOf(r, names)), next }
      }),
    )
    mount(routes.getClaim, ({ params, read }) =>
      read(async (look) => {
        const { row, now, findings, others } = await claimOf(look, catalogue, params.id)
        const names = await topicNames(look, catalogue)
        return {
          claim: viewOf(row, names),
          now,
          findings: sent(findings),
          others: others.filter((o) => o.id !== row.id).map((o) => viewOf(o, names)),
        }
      }),
    )
    mount(routes.listClaimChanges, ({ params, query, read }) => read((look) => changesOf(look, catalogue, params.id, query)))
    mount(routes.listContradictions, ({ query, read }) =>
      read(async (look) => {
        const { findings, claims, scanned, left, next } = await contradictionsPage(look, query)
        const names = await topicNames(look, catalogue)
        return { findings: sent(findings), claims: claims.map((r) => viewOf(r, names)), scanned, left, next }
      }),
    )
    mount(routes.previewClaim, ({ body, read }) =>
      read(async (look) => {
        const { said, others, findings } = await preview(look, catalogue, body)
        const names = await topicNames(look, catalogue)
        const { wording, value, records, parts } = said
        return { wording, value, records, parts, findings: sent(findings), others: others.map((o) => viewOf(o, names)) }
      }),
    )
    mount(routes.publishClaim, ({ body, write }) => write(async (work) => one(work, await publish(work, catalogue, body))))
    mount(routes.declareClaim, ({ body, write }) =>
      write(async (work) => {
        if ((await reachOf(work, 'statistics.edit')) !== 'all') throw refuse('right.missing')
        return one(work, (await declareHistorical(work, [body]))[0]!)
      }),
    )
    mount(routes.withdrawClaim, ({ params, body, write }) =>
      write(async (work) => {
        await withdraw(work, params.id, body.because)
        return { done: true as const }
      }),
    )
  }
