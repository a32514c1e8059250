import type { Work } from '../../kit/db/database.ts'
import type { Matter } from './matter.ts'

/** Clocks of the state the case has entered begin, those of the state it left end. */
export const turnClocks = async (_work: Work, _matter: Matter, _left: string | null) => {}
export const pauseClocks = async (_work: Work, _matter: Matter, _because: string) => {}
export const resumeClocks = async (_work: Work, _matter: Matter) => {}
export const endClocks = async (_work: Work, _matter: Matter) => {}
