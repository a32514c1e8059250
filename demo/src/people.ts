import { makeIdCard } from '../../contract/src/kit/id-card.ts'
import { memberHoldingKinds } from '../../contract/src/codes/organisation-kinds.ts'
import type { KeyRing } from '../../server/src/kit/secrets/key-ring.ts'
import { identityHash, sealedPlace } from '../../server/src/features/people/index.ts'
import { makeName } from './names.ts'
import type { Random } from './random.ts'
import type { Node, Tree } from './tree.ts'

export type MadePerson = ReturnType<ReturnType<typeof personMaker>>

// Members who joined in each year; the years that the federation has reported about carry the reported numbers.
const joinedInYear: readonly (readonly [number, number])[] = [
  [2021, 1700],
  [2022, 1900],
  [2023, 2613],
  [2024, 1950],
  [2025, 1780],
  [2026, 1530],
]
const occupations: readonly (readonly [string, number])[] = [
  ['courier', 30],
  ['food_rider', 34],
  ['truck_driver', 14],
  ['ride_hailing_driver', 10],
  ['domestic_worker', 6],
  ['security_guard', 6],
]
const pad = (n: number) => String(n).padStart(2, '0')

const joiningDay = (random: Random, share: number) => {
  let left = random.next() * 100_000
  for (const [year, n] of joinedInYear) {
    left -= n * share
    if (left < 0) return `${year}-${pad(1 + random.below(year === 2026 ? 10 : 12))}-${pad(1 + random.below(28))}`
  }
  return `${1990 + random.below(31)}-${pad(1 + random.below(12))}-${pad(1 + random.below(28))}`
}

/** Makes one member after another: name, synthetic ID number, union, joining day. Same seed, same people. */
export const personMaker = (random: Random, tree: Tree, keys: KeyRing, region: number) => {
  const holding = new Set<string>(memberHoldingKinds)
  const unions = tree.nodes.filter((n) => holding.has(n.kind)).map((n) => [n, Math.max(n.workers, 8)] as const)
  const stations = tree.nodes.filter((n) => n.kind === 'service_station').map((n) => [n, 1] as const)
  const cumulative = unions.reduce<number[]>((sums, [, w]) => [...sums, (sums.at(-1) ?? 0) + w], [])
  const union = (): Node => {
    const at = random.next() * cumulative.at(-1)!
    let low = 0
    let high = cumulative.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (cumulative[middle]! > at) high = middle
      else low = middle + 1
    }
    return unions[low]![0]
  }
  return (index: number) => {
    const joined = joiningDay(random, 1)
    const recent = joined >= '2021'
    const newForm = recent && random.next() < 0.55
    const org = newForm && random.next() < 0.7 ? random.weighted(stations) : union()
    // 110118 with a birth before 2016 is never a real number: the code is as old as the district.
    // Day, order and the age's remainder follow from the index, so that no number comes twice up to 2.4 million persons.
    const age = 22 + random.below(4) * 9 + (Math.floor(index / 268_800) % 9)
    const birth = `${2026 - age}-${pad(1 + (index % 12))}-${pad(1 + (Math.floor(index / 12) % 28))}`
    const order = 1 + (Math.floor(index / 336) % 800)
    const number = makeIdCard('110118', birth, order)
    const at = new Date(`${joined}T01:${pad(random.below(60))}:${pad(random.below(60))}Z`)
    const id = random.id(at)
    const sealed = keys.seal(number, sealedPlace(region, id, 'id_number'))
    return {
      id,
      ...makeName(random),
      number,
      hash: identityHash(keys, 'resident_id', number),
      sealed,
      sex: order % 2 === 1 ? 1 : 2,
      birth,
      org,
      joined,
      at,
      mobile: `1${[39, 38, 37, 36, 50, 58, 86, 88][index % 8]}${String(10_000_000 + ((index * 7919) % 89_999_999)).slice(0, 8)}`,
      occupation: newForm ? random.weighted(occupations) : null,
      floating: org.kind === 'service_station',
      channel: newForm ? (random.next() < 0.6 ? 'scan' : 'outreach') : recent ? 'unit_batch' : 'paper',
      migrant: random.next() < 0.4,
      education: random.weighted([
        ['20', 3],
        ['30', 3],
        ['40', 2],
        ['60', 2],
        ['70', 2],
        ['10', 0.3],
      ] as const),
      act: random.id(at),
      stay: random.id(at),
      employment: random.id(at),
      platform: newForm ? random.pick(tree.platforms) : null,
    }
  }
}
