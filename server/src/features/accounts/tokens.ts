import { createHash, randomBytes } from 'node:crypto'

/** 32 random bytes behind the region, so that the right region can be asked before anything is known: `110118.…` */
export const newToken = (region: number) => `${region}.${randomBytes(32).toString('base64url')}`
export const regionOfToken = (token: string) => {
  const region = Number(token.slice(0, token.indexOf('.')))
  return Number.isInteger(region) && region > 0 ? region : undefined
}
/** What is stored: whoever reads the table cannot sign in with it. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest()
