import { openDistrict } from './district.ts'
import { type Result, resultOf, round, spread } from './result.ts'

type Caller = Awaited<ReturnType<Awaited<ReturnType<typeof openDistrict>>['as']>>

const rounds = 40
const measure = async (ask: Caller, urls: readonly string[]) => {
  for (const url of urls) await ask(url)
  const times: number[] = []
  for (let i = 0; i < rounds; i++) for (const url of urls) times.push((await ask(url)).ms)
  return spread(times)
}

/** Scoped and unscoped by turns, so that a noisy moment hits both. */
const compare = async (name: string, people: number, urls: readonly string[]): Promise<Result[]> => {
  const district = await openDistrict(people)
  try {
    const [all, part] = [await district.as('zuzhi'), await district.as('gulou')]
    const whole = await measure(all, urls)
    const scoped = await measure(part, urls)
    const conditions = `${people.toLocaleString()} persons, ${urls.length} queries × ${rounds}, over HTTP, one at a time`
    return [
      resultOf({
        name,
        ours: whole.p95,
        limit: 50,
        unit: 'ms p95',
        conditions,
        more: { p50: round(whole.p50), scopedP50: round(scoped.p50), scopedP95: round(scoped.p95) },
      }),
      resultOf({ name: `${name}-scoped`, ours: scoped.p50, limit: whole.p50, unit: 'ms p50 scoped / unscoped', conditions, more: { bar: '1.3' } }),
    ]
  } finally {
    await district.close()
  }
}

/** Pages of the member list, default order, by name and filtered. */
export const list = (people = 1_000_000) =>
  compare('list', people, [
    '/api/membership/members?limit=50',
    '/api/membership/members?limit=50&sort=name',
    '/api/membership/members?limit=50&occupation=courier',
    '/api/membership/members?limit=50&from=2024-01-01&to=2024-12-31',
    '/api/membership/members?limit=50&town=110118001',
    '/api/membership/applications?status=submitted',
  ])

/** Search as officers type: name, part of a name, pinyin, phone, end of the ID number. */
export const search = (people = 1_000_000) =>
  compare('search', people, [
    `/api/membership/members?limit=8&q=${encodeURIComponent('许大川')}`,
    `/api/membership/members?limit=8&q=${encodeURIComponent('欧阳')}`,
    `/api/membership/members?limit=8&q=${encodeURIComponent('王伟')}`,
    '/api/membership/members?limit=8&q=zhang%20wei',
    '/api/membership/members?limit=8&q=13900000001',
    '/api/membership/members?limit=8&q=8114',
  ])
