import type pg from 'pg'
import { baseUnionKinds } from '../../contract/src/codes/organisation-kinds.ts'
import type { FactDefinition } from '../../server/src/kit/ledger/fact.ts'
import { rebuildAll } from '../../server/src/kit/ledger/rebuild.ts'
import type { KeyRing } from '../../server/src/kit/secrets/key-ring.ts'
import { copyRows } from './copy.ts'
import { personMaker } from './people.ts'
import { seeded } from './random.ts'
import { type Tree, makeTree } from './tree.ts'

export type Wanted = { region: number; people: number; unions: number; seed: number }
type Tell = (line: string, share?: number) => void

const loadTree = async (db: pg.PoolClient, region: number, tree: Tree) => {
  const at = new Date()
  await copyRows(
    db,
    'organisations.employer',
    ['region', 'id', 'name', 'uscc', 'industry', 'is_public', 'is_platform', 'town', 'workers', 'changed_at'],
    tree.employers.map((e) => [region, e.id, e.name, e.uscc, e.industry, e.isPublic, e.platform, e.town, e.workers, at]),
  )
  await copyRows(
    db,
    'organisations.org',
    [
      'region',
      'id',
      'kind',
      'name',
      'short_name',
      'parent_id',
      'parent_kind',
      'path',
      'industry_parent_id',
      'employer_id',
      'uscc',
      'town',
      'founded_on',
      'workers_declared',
      'declared_on',
      'units_covered',
      'changed_at',
    ],
    tree.nodes.map((n) => [
      region,
      n.id,
      n.kind,
      n.name,
      n.shortName,
      n.parent?.id,
      n.parent?.kind,
      n.path,
      n.industryParent?.id,
      n.employer?.id,
      n.uscc,
      n.town,
      n.founded,
      n.workers || null,
      n.workers ? '2025-12-31' : null,
      n.units,
      at,
    ]),
  )
  await copyRows(
    db,
    'organisations.org_parent',
    ['region', 'id', 'org_id', 'line', 'parent_id', 'during'],
    tree.nodes.flatMap((n) => [...(n.parent ? [[region, n.id, n.id, 'area', n.parent.id, `[${n.founded},)`]] : [])]),
  )
  const counted = new Set<string>(baseUnionKinds)
  await copyRows(
    db,
    'ledger.act',
    ['region', 'id', 'kind', 'subject_id', 'org_id', 'day', 'at', 'data'],
    tree.nodes
      .filter((n) => counted.has(n.kind))
      .map((n) => [region, n.id, 'union.founded', n.id, n.id, n.founded, `${n.founded}T02:00:00Z`, { town: n.town, kind: n.kind }]),
  )
}

const loadTerms = (db: pg.PoolClient, region: number, tree: Tree) => {
  const random = seeded(7)
  return copyRows(
    db,
    'organisations.term',
    ['region', 'id', 'org_id', 'number', 'during', 'years'],
    (function* () {
      for (const n of tree.nodes) {
        if (!n.uscc) continue
        const years = random.next() < 0.7 ? 5 : 3
        const start = 2026 - random.below(years + 1)
        yield [region, n.id, n.id, 1 + random.below(6), `[${start}-0${1 + random.below(9)}-15,${start + years}-0${1 + random.below(9)}-15)`, years]
      }
    })(),
  )
}

const loadPeople = async (db: pg.PoolClient, wanted: Wanted, tree: Tree, keys: KeyRing, tell: Tell) => {
  const make = personMaker(seeded(wanted.seed + 1), tree, keys, wanted.region)
  const r = wanted.region
  const cards = new Map<string, number>()
  for (let from = 0; from < wanted.people; from += 20_000) {
    const batch = Array.from({ length: Math.min(20_000, wanted.people - from) }, (_, i) => make(from + i))
    await copyRows(
      db,
      'people.person',
      [
        'region',
        'id',
        'name',
        'pinyin',
        'id_type',
        'id_last4',
        'id_hash',
        'sex',
        'birth_on',
        'mobile',
        'education',
        'is_migrant',
        'residence_town',
        'created_at',
        'changed_at',
      ],
      batch.map((p) => [
        r,
        p.id,
        p.name,
        p.pinyin,
        'resident_id',
        p.number.slice(-4),
        p.hash,
        p.sex,
        p.birth,
        p.mobile,
        p.education,
        p.migrant,
        p.org.town,
        p.at,
        p.at,
      ]),
    )
    await copyRows(
      db,
      'people.sealed_field',
      ['region', 'person_id', 'field', 'key_id', 'cipher'],
      batch.map((p) => [r, p.id, 'id_number', p.sealed.keyId, p.sealed.cipher]),
    )
    await copyRows(
      db,
      'membership.membership',
      ['region', 'person_id', 'org_id', 'status', 'card_number', 'joined_on', 'channel', 'floating', 'occupation', 'since', 'changed_at'],
      batch.map((p) => {
        const year = p.joined.slice(0, 4)
        const n = (cards.get(year) ?? 0) + 1
        cards.set(year, n)
        return [
          r,
          p.id,
          p.org.id,
          'active',
          `${r}${year.slice(2)}${String(n).padStart(7, '0')}`,
          p.joined,
          p.channel,
          p.floating,
          p.occupation,
          p.joined,
          p.at,
        ]
      }),
    )
    await copyRows(
      db,
      'membership.stay',
      ['region', 'id', 'person_id', 'org_id', 'during'],
      batch.map((p) => [r, p.stay, p.id, p.org.id, `[${p.joined},)`]),
    )
    await copyRows(
      db,
      'organisations.employment',
      ['region', 'id', 'person_id', 'employer_id', 'occupation', 'employment_form', 'employment_state', 'since'],
      batch
        .filter((p) => p.platform ?? p.org.employer)
        .map((p) => [
          r,
          p.employment,
          p.id,
          (p.platform ?? p.org.employer)!.id,
          p.occupation,
          p.platform ? 'platform' : 'contract',
          'working',
          p.joined,
        ]),
    )
    await copyRows(
      db,
      'ledger.act',
      ['region', 'id', 'kind', 'subject_id', 'org_id', 'person_id', 'day', 'at', 'data'],
      batch.map((p) => [
        r,
        p.act,
        'membership.joined',
        p.id,
        p.org.id,
        p.id,
        p.joined,
        p.at,
        { town: p.org.town, channel: p.channel, occupation: p.occupation ?? undefined },
      ]),
    )
    // Foreign-key checks keep the plan of their first use; made for empty tables it reads them whole, and a million
    // persons took hours instead of minutes. Fresh statistics throw such plans away.
    if (from === 0 || from === 60_000) await db.query('analyze people.person, organisations.org, organisations.employer, membership.stay')
    tell('示范区职工', (from + batch.length) / wanted.people)
  }
  for (const [year, n] of cards) await db.query('insert into membership.counter (region, name, value) values ($1, $2, $3)', [r, `card:${year}`, n])
}

/** Fills an empty database with the example district: tree, terms, members and the facts that follow from their acts. */
export const loadDistrict = async (pool: pg.Pool, keys: KeyRing, facts: readonly FactDefinition[], wanted: Wanted, tell: Tell) => {
  const db = await pool.connect()
  try {
    await db.query(`begin; set local synchronous_commit = off; select kit.set_region(${wanted.region})`)
    const tree = makeTree(seeded(wanted.seed), wanted.unions)
    await loadTree(db, wanted.region, tree)
    await loadTerms(db, wanted.region, tree)
    tell('示范区组织树', 1)
    await loadPeople(db, wanted, tree, keys, tell)
    await rebuildAll(db, wanted.region, facts)
    await db.query('commit')
    await db.query('analyze')
  } catch (error) {
    await db.query('rollback')
    throw error
  } finally {
    db.release()
  }
}
