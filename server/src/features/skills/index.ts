import { ownTalents } from './registers.ts'

export { type NewEntrant, addEntrants } from './entrants.ts'
export { issueCertificate } from './certificates.ts'
export { enterPaperScores } from './round.ts'
export { planEffects } from './plan.ts'
export { skillsFacts } from './facts.ts'
export { skillsFigures } from './figures.ts'
export { tradeSight } from './publication.ts'
export { contestsRoom } from './routes.ts'
export { ownTalents as skillsRegisters }
