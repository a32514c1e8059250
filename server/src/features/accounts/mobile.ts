import { maskPhone } from '@gongyou/contract/kit/masking.ts'
import type { Work } from '../../kit/db/database.ts'
import { refuse } from '../../kit/refuse.ts'
import { text } from '../notices/index.ts'

/** Puts a proved number in place of the old one, which is told: whoever holds the old phone may object. */
export const changeMobile = async (work: Work, personId: string, mobile: string) => {
  const person = await work.tx
    .selectFrom('people.person')
    .select(['mobile', 'version'])
    .where('region', '=', work.region)
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (!person) throw refuse('record.not-found')
  if (person.mobile === mobile) return mobile
  await work.tx
    .updateTable('people.person')
    .set({ mobile, changed_at: work.at, version: person.version + 1 })
    .where('region', '=', work.region)
    .where('id', '=', personId)
    .execute()
  work.ledger.act({ kind: 'person.corrected', subject: personId, person: personId, data: { fields: ['mobile'] } })
  if (person.mobile) await text(work, person.mobile, `【工友】您在工会登记的手机号已改为 ${maskPhone(mobile)}。如不是您本人操作，请拨打 12351。`)
  return mobile
}
