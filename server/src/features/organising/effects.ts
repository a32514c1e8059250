import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import type { TokenValues } from '@gongyou/contract/papers/template.ts'
import type { Look } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import type { Effects, Matter } from '../cases/index.ts'
import { changeMatter } from '../cases/index.ts'
import { beginTerm, foundBeneath, usccOf } from '../organisations/index.ts'

type Row = Readonly<Record<string, unknown>>
const answersOf = ({ row }: Matter) => row.answers as Row

/** Beneath the town of the case, or beneath the district where the union is directly affiliated. */
const parentOf = async (look: Look, { row }: Matter, direct: boolean) => {
  const rows = await look.db
    .selectFrom('organisations.org as o')
    .select(['o.id', 'o.kind', 'o.path', 'o.town'])
    .where('o.region', '=', look.region)
    .where('o.dissolved_on', 'is', null)
    .where('o.kind', 'in', direct ? ['district_federation'] : ['town_federation', 'industry_federation', 'area_federation', 'direct_union'])
    .execute()
  const path = (
    await look.db
      .selectFrom('organisations.org')
      .select('path')
      .where('region', '=', look.region)
      .where('id', '=', row.org_id)
      .executeTakeFirstOrThrow()
  ).path
  const parent = rows.filter((o) => path === o.path || path.startsWith(`${o.path}.`)).sort((a, b) => b.path.length - a.path.length)[0]
  if (!parent) throw refuse('organising.no-parent')
  return parent
}

/** The approval founds the union: from this day it stands in the tree and is counted. */
const found: Effects[string] = async (work, _engine, matter) => {
  const a = answersOf(matter)
  const employer = a.employer as { id?: string }
  const id = await foundBeneath(work, await parentOf(work, matter, a.line === 'direct'), {
    kind: a.kind as string,
    name: a.union as string,
    workersDeclared: a.workers as number,
    womenDeclared: a.women as number,
    phone: a.phone as string,
    ...(employer.id ? { employerId: employer.id } : {}),
  })
  await changeMatter(work, matter, { applicant_org_id: id })
}

const unionOf = ({ row }: Matter) => {
  if (!row.applicant_org_id) throw refuse('organising.no-union-yet')
  return row.applicant_org_id
}

/** The result is approved: the first term begins on the day of the congress, and its end is watched. */
const begin: Effects[string] = async (work, _engine, matter) => {
  const a = answersOf(matter)
  await beginTerm(work, unionOf(matter), { number: 1, from: a.heldOn as string, years: a.years === '5' ? 5 : 3 })
}

/** The credit code of the union as a legal person. Fails on `org_uscc_unique` where another union has it. */
const register: Effects[string] = async (work, _engine, matter) => {
  await work.tx
    .updateTable('organisations.org')
    .set((e) => ({ uscc: usccOf(answersOf(matter).legalNumber as string), version: e('version', '+', 1), changed_at: work.at }))
    .where('region', '=', work.region)
    .where('id', '=', unionOf(matter))
    .execute()
  work.ledger.act({ kind: 'union.registered', subject: unionOf(matter), org: unionOf(matter) })
}

export const organisingEffects: Effects = { 'organising.found': found, 'organising.begin-term': begin, 'organising.register': register }

const posts = (a: Row, pattern: RegExp) =>
  ((a.results ?? []) as { name: string; post: string }[]).filter((r) => pattern.test(r.post)).map((r) => r.name)

/** What the papers of an election say beside the answers. */
const values = async (_look: Look, matter: Matter, template: string): Promise<TokenValues> => {
  const a = answersOf(matter)
  const heldOn = a.heldOn as string | undefined
  const years = a.years === '5' ? 5 : 3
  return {
    employer: (a.employer as { name: string }).name,
    // The reply is addressed to the group, the request names its members.
    group:
      template === 'formation-reply'
        ? `${(a.employer as { name: string }).name}工会筹备组`
        : ((a.group ?? []) as { name: string }[]).map((g) => g.name),
    years,
    term: '一',
    members: posts(a, /委员|主席/),
    auditors: posts(a, /经费审查|经审/),
    ...(heldOn ? { from: heldOn, to: addDays(`${Number(heldOn.slice(0, 4)) + years}${heldOn.slice(4)}`.replace(/-02-29$/, '-02-28'), -1) } : {}),
  }
}
export const organisingPaperValues: Readonly<Record<string, (look: Look, matter: Matter, template: string) => Promise<TokenValues>>> = {
  'form-union': values,
}
