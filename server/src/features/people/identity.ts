import type { KeyRing } from '../../kit/secrets/key-ring.ts'

/** Keyed hash by which two records of one human being meet (type and number, never the name). */
export const identityHash = (keys: KeyRing, idType: string, idNumber: string) => keys.hash(`id:${idType}:${idNumber}`)

/** The place a sealed field is bound to. */
export const sealedPlace = (region: number, personId: string, field: string) => `${region}/${personId}/${field}`
