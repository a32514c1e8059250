import type { Work } from '../../kit/db/database.ts'
import type { Forget, KeptOf } from '../../kit/kept.ts'

/** What every department keeps about a person, and how each lets go of it. */
export type Keeping = { readonly kept: readonly KeptOf[]; readonly forget: readonly Forget[] }

/** The record of a person ends: what was kept for him alone goes with it. */
export const forgetPerson = async (work: Work, { forget }: Pick<Keeping, 'forget'>, personId: string) => {
  for (const each of forget) await each(work, personId)
}
