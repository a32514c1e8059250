import { fact } from '@gongyou/contract/kit/fact.ts'

/** `part`: with whom or about what, where the kind tells its sessions apart. */
const by = ['kind', 'part', 'programme', 'audience'] as const

/** 场: sessions that were held. */
const sessionsHeld = fact({ code: 'sessions-held', acts: { 'session.held': 1 }, by })
/** 人次: heads of those known by name, and heads counted at the gate. */
const attendances = fact({ code: 'activity-attendances', acts: { 'session.attended': 1, 'session.counted': 1 }, by: [...by, 'via'], sums: 'heads' })
/** 人: only those known by name can be counted once each. */
const participants = fact({ code: 'activity-participants', acts: { 'session.attended': 1 }, by })
/** 学时、服务时长. */
const hours = fact({ code: 'activity-hours', acts: { 'session.attended': 1 }, by, sums: 'hours' })
const signUps = fact({
  code: 'activity-sign-ups',
  acts: { 'activity.signed-up': 1, 'activity.sign-up-ended': -1 },
  by: ['kind', 'programme', 'channel'],
})
const absences = fact({ code: 'activity-absences', acts: { 'activity.absent': 1 }, by })
const stars = fact({ code: 'activity-stars', acts: { 'session.rated': 1 }, by: [...by, 'stars'], sums: 'stars' })

export const activitiesFacts = [sessionsHeld, attendances, participants, hours, signUps, absences, stars]
