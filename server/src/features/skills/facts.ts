import { fact } from '@gongyou/contract/kit/fact.ts'

const by = ['level', 'trade', 'series'] as const

/** 场 means three things in what has been published: the contest, its trades, their rounds. Each is a fact of its own. */
const contestsHeld = fact({ code: 'contests-held', acts: { 'contest.held': 1 }, by: ['level', 'series'] })
const tradesHeld = fact({ code: 'contest-trades-held', acts: { 'contest.trade-held': 1 }, by })
const roundsHeld = fact({ code: 'contest-rounds-held', acts: { 'contest.round-held': 1 }, by: [...by, 'round'] })
/** One line for each entrant of a trade, on the day of its first draw. */
const starts = fact({ code: 'contest-starts', acts: { 'contest.started': 1 }, by })
const titles = fact({ code: 'contest-titles', acts: { 'contest.title-given': 1 }, by: ['title', 'trade', 'level'] })

/** A class counts when it is finished, on its last day; each person of it once, and each of his half days. */
const classesHeld = fact({ code: 'classes-held', acts: { 'academy.class-held': 1 }, by: ['course', 'academy', 'mode'] })
const classHours = fact({ code: 'class-hours', acts: { 'academy.class-held': 1 }, by: ['course', 'academy', 'mode'], sums: 'hours' })
const classCost = fact({ code: 'class-cost', acts: { 'academy.class-held': 1 }, by: ['course', 'academy'], sums: 'yuan' })
const trained = fact({ code: 'class-trainees', acts: { 'academy.trained': 1 }, by: ['course', 'academy', 'mode', 'completed'] })
/** What trainees thought of a class, on its last day; who said it is not in the act. */
const classRatings = fact({ code: 'class-ratings', acts: { 'academy.rated': 1 }, by: ['course', 'academy', 'mode', 'satisfied'] })

export const skillsFacts = [classRatings, classesHeld, classHours, classCost, trained, contestsHeld, tradesHeld, roundsHeld, starts, titles]
