import { createHash } from 'node:crypto'
import { type Answers, isAnswered } from '@gongyou/contract/forms/index.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import { shown } from '@gongyou/contract/registers/shown.ts'
import { closedFields } from '@gongyou/contract/forms/index.ts'
import type { KeyRing } from '../../kit/secrets/key-ring.ts'
import { searchKeyOf } from '../people/index.ts'

/** What an entry belongs to, with the name people call it by. */
export type Belongs = {
  orgId: string
  orgName: string
  personId?: string | null | undefined
  personName?: string | null | undefined
  employerId?: string | null | undefined
  employerName?: string | null | undefined
}

export const ownerOf = (register: Register, b: Belongs): { id: string; name: string } | undefined => {
  const of = { organisation: [b.orgId, b.orgName], person: [b.personId, b.personName], employer: [b.employerId, b.employerName], none: [] }[
    register.owner
  ]
  const [id, name] = of
  return id && name ? { id, name } : undefined
}

const normal = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

const part = (value: unknown): string => {
  if (!isAnswered(value)) return ''
  if (typeof value === 'string') return normal(value)
  if (typeof value === 'object' && 'id' in value! && typeof value.id === 'string') return value.id
  if (typeof value === 'object' && 'name' in value! && typeof value.name === 'string') return normal(value.name)
  return JSON.stringify(value)
}

/** What must be unique in one text, spelling evened out; sealed parts only as a keyed hash. Null where nothing is declared. */
export const keyOf = (keys: KeyRing, register: Register, answers: Answers, belongs: Belongs): string | null => {
  if (!register.key) return null
  const shut = new Set(closedFields(register.form))
  const parts = register.key.map((name) => {
    if (name === 'owner') return ownerOf(register, belongs)?.id ?? ''
    const text = part(answers[name])
    return shut.has(name) && text !== '' ? keys.hash(`register:${register.code}:${name}:${text}`).toString('hex') : text
  })
  const key = JSON.stringify(parts)
  // An index entry has room for some two thousand bytes.
  return key.length > 300 ? createHash('sha256').update(key).digest('hex') : key
}

export const titleOf = (register: Register, answers: Answers, belongs: Belongs): string => {
  const text = register.named === 'owner' ? ownerOf(register, belongs)?.name : shown(register.form[register.named]!, answers[register.named]).zh
  return [...(text?.trim() || '—')].slice(0, 200).join('')
}

const pairsOf = (text: string) => {
  const signs = [...text]
  return signs.slice(0, -1).map((sign, i) => sign + signs[i + 1]!)
}
const tidied = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cc}\p{Cs}]+/gu, '')

/** Everything an entry is found by: characters and pairs of its title, initials and full pinyin. */
export const lexemesOf = (title: string): string[] => {
  const text = tidied(title)
  return [...new Set([...text, ...pairsOf(text), ...searchKeyOf(title).split(' ')])].filter((x) => x !== '')
}

const lexeme = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/** What was typed as a text-search query over `registers.entry.search`; null where nothing can be meant. */
export const wantedOf = (typed: string): { query: string; like: string | null } | null => {
  const text = tidied(typed)
  if (text === '') return null
  const pairs = [...text].length < 2 ? [text] : pairsOf(text)
  const all = pairs.map(lexeme).join(' & ')
  if (/^[a-z]+$/.test(text)) return { query: `${lexeme(text)}:* | (${all})`, like: null }
  // Pairs may meet out of order; the title itself, its spelling evened out as here, is compared last.
  const like = `%${text.replace(/[%_\\]/g, '\\$&')}%`
  return { query: all, like }
}
