import { registerFaults, revisionFaults } from '@gongyou/contract/registers/faults.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import type { Look, Work } from '../../kit/db/database.ts'
import { digestOf, publishNew, publishedRevisions } from '../../kit/db/published.ts'
import { fieldsOf, refuse } from '../../kit/refuse.ts'

const published = publishedRevisions<Register>()

/** One revision of a register. */
export const registerOf = (look: Look, code: string, revision: number): Promise<Register> =>
  published(look.region, code, revision, async () => {
    const row = await look.db
      .selectFrom('registers.definition')
      .select('definition')
      .where('region', '=', look.region)
      .where('code', '=', code)
      .where('revision', '=', revision)
      .executeTakeFirst()
    if (!row) throw refuse('registers.no-such-register')
    return row.definition as Register
  })

const newestRow = (look: Look, code: string) =>
  look.db
    .selectFrom('registers.definition')
    .select(['revision', 'retired_at'])
    .where('region', '=', look.region)
    .where('code', '=', code)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Number of the newest revision, 0 where there is none. */
export const newestRevision = async (look: Look, code: string) => (await newestRow(look, code))?.revision ?? 0

/** The newest revision, under which entries are shown and written; also of a register that is no longer kept. */
export const newestRegister = async (look: Look, code: string) => {
  const row = await newestRow(look, code)
  if (!row) throw refuse('registers.no-such-register')
  return { register: await registerOf(look, code, row.revision), retired: row.retired_at !== null }
}

/** The newest revision of a register that takes new entries. */
export const openRegister = async (look: Look, code: string) => {
  const { register, retired } = await newestRegister(look, code)
  if (retired) throw refuse('registers.no-such-register')
  return register
}

/** Every register in its newest revision. */
export const allRegisters = async (look: Look) => {
  const rows = await look.db
    .selectFrom('registers.definition')
    .distinctOn('code')
    .select(['code', 'revision', 'retired_at', 'made_by'])
    .where('region', '=', look.region)
    .orderBy('code')
    .orderBy('revision', 'desc')
    .execute()
  return Promise.all(
    rows.map(async (r) => ({
      register: await registerOf(look, r.code, r.revision),
      retired: r.retired_at !== null,
      madeBy: r.made_by as 'code' | 'officer',
    })),
  )
}

/** Publishes a revision. Fails on `register_definition_pkey` where somebody published this revision first. */
export const publishRegister = async (work: Work, register: Register, how: { by: 'code' | 'officer'; because: string }) => {
  const newest = await newestRevision(work, register.code)
  const faults = [...registerFaults(register), ...(newest > 0 ? revisionFaults(await registerOf(work, register.code, newest), register) : [])]
  if (faults.length > 0) throw refuse('registers.faulty', { fields: fieldsOf(faults) })
  await work.tx
    .insertInto('registers.definition')
    .values({
      region: work.region,
      code: register.code,
      revision: register.revision,
      definition: JSON.stringify(register),
      digest: digestOf(register),
      title: register.title.zh,
      made_by: how.by,
      because: how.because,
      published_at: work.at,
      published_by: work.by.personId,
    })
    .execute()
}

/** Brings the declared registers of this release into the database. A revision that was published may not have changed since. */
export const syncRegisters = async (work: Work, declared: readonly Register[]) => {
  const rows = await work.tx
    .selectFrom('registers.definition')
    .select(['code', 'revision', 'digest', 'made_by'])
    .where('region', '=', work.region)
    .execute()
  await publishNew('register', rows, declared, (register) => publishRegister(work, register, { by: 'code', because: '' }))
}
