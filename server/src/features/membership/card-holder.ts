import { createPublicKey, verify } from 'node:crypto'
import { addDays } from '@gongyou/contract/kit/civil-date.ts'
import type { Look } from '../../kit/db/database.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { cardPublicKey } from './card.ts'

/** Setting: a card that was shown without a network may be so many days old; a picture of one passed round is older. */
const oldestCard = 7

const stands: readonly string[] = ['active', 'transferring', 'retained']

const holderOf = (look: Look, number: string) =>
  look.db
    .selectFrom('membership.membership as m')
    .innerJoin('people.person as p', (j) => j.onRef('p.region', '=', 'm.region').onRef('p.id', '=', 'm.person_id'))
    .select(['p.id', 'p.name', 'm.status'])
    .where('m.region', '=', look.region)
    .where('m.card_number', '=', number)
    .executeTakeFirst()

/** Whose member card this is: the signature proves the card, the register that the membership stands today. */
const cardHolder = async (look: Look, keys: KeyRing, token: string): Promise<{ id: string; name: string } | 'no-card' | 'old'> => {
  const [kind, payload, signature, more] = token.trim().split('.')
  if (kind !== 'GY1' || !payload || !signature || more !== undefined) return 'no-card'
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: cardPublicKey(keys) }, format: 'jwk' })
  if (!verify(null, Buffer.from(payload), key, Buffer.from(signature, 'base64url'))) return 'no-card'
  const [region, number = '', , on = ''] = Buffer.from(payload, 'base64url').toString().split('|')
  if (Number(region) !== look.region) return 'no-card'
  const holder = await holderOf(look, number)
  if (!holder || !stands.includes(holder.status)) return 'no-card'
  return on < addDays(look.today, -oldestCard) ? 'old' : { id: holder.id, name: holder.name }
}

/** Member cards, as other rooms use them. A card that a station has checked itself is known by its number. */
export const memberCards = {
  cardHolder,
  personOfCard: async (look: Look, number: string) => (await holderOf(look, number))?.id,
  cardKey: cardPublicKey,
}
