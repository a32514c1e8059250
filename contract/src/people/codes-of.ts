import { z } from 'zod'

/** The codes of a list as a schema. */
export const codesOf = <const L extends readonly { readonly code: string }[]>(list: L) =>
  z.enum(list.map((e) => e.code) as [L[number]['code'], ...L[number]['code'][]])
