import type { Unit } from '../kit/units.ts'

/** What a number is about: its subject, which share of it (none: all of it), and where it was counted (empty: everywhere). */
export type Subject = { readonly subject: string; readonly share: string | null; readonly place: string }

type Named = { readonly subject: string; readonly share?: string; /** The dimension that divides the subject into shares. */ readonly by?: string }

const session = (share: string): Named => ({ subject: 'sessions', share })
const taker = (share: string): Named => ({ subject: 'participants', share })

/** Figures that count one thing in several ways (what there is, what was added; persons and attendances) are about one subject. */
const figures: Readonly<Record<string, Named>> = {
  venues: { subject: 'venues', by: 'venueKind' },
  'venues-opened': { subject: 'venues', by: 'venueKind' },
  unions: { subject: 'unions', by: 'kind' },
  'unions-founded': { subject: 'unions', by: 'kind' },
  members: { subject: 'members' },
  'members-joined': { subject: 'members' },
  'new-form-members-joined': { subject: 'members', share: 'new-form' },
  studios: { subject: 'studios' },
  'hotline-solved': { subject: 'hotline-rates', share: 'solved' },
  'hotline-satisfied': { subject: 'hotline-rates', share: 'satisfied' },
  'contests-held': { subject: 'contests' },
  'contest-entrants': { subject: 'contest-entries' },
  'contest-starts': { subject: 'contest-entries' },
  'contest-titles': { subject: 'craft-titles', by: 'title' },
  'training-classes': { subject: 'training-class' },
  'class-trainees': { subject: 'training-enrolment' },
  'class-attendances': { subject: 'training-enrolment' },
  'sessions-held': { subject: 'sessions', by: 'kind' },
  'activity-participants': { subject: 'participants', by: 'kind' },
  'activity-attendances': { subject: 'participants', by: 'kind' },
  'mobile-class-sessions': session('mobile-class'),
  'mobile-class-persons': taker('mobile-class'),
  'matchmaking-sessions': session('matchmaking'),
  'matchmaking-persons': taker('matchmaking'),
  'check-up-sessions': session('check-up'),
  'check-up-persons': taker('check-up'),
  'recuperation-batches': session('recuperation'),
  'recuperation-persons': taker('recuperation'),
  'worker-sessions': session('outreach workers'),
  'employer-sessions': session('outreach employers'),
  'mind-lecture-sessions': session('lecture mind'),
  'mind-lecture-attendances': taker('lecture mind'),
  'talk-sessions': session('talk'),
  'talk-attendances': taker('talk'),
  'culture-sports-sessions': session('culture+sports'),
  'culture-sports-persons': taker('culture+sports'),
  'volunteering-events': session('volunteering'),
  'volunteering-attendances': taker('volunteering'),
  'training-sessions': session('training'),
  'training-persons': taker('training'),
  'training-attendances': taker('training'),
}

/** What was printed before the system, in the words it was entered under: `topic`, or `topic/part`. */
const printed: Readonly<Record<string, Named>> = {
  'homes-100': { subject: 'venues', share: 'workers_home_100plus' },
  'homes-public': { subject: 'venues', share: 'public_area_workers_home' },
  stations: { subject: 'venues', share: 'warm_station' },
  'craftsman-academy': { subject: 'venues', share: 'craftsman_academy' },
  'unions-founded/单独': { subject: 'unions', share: 'base_single' },
  'unions-founded/联合': { subject: 'unions', share: 'base_joint' },
  'unions-founded-100': { subject: 'unions', share: 'size:100' },
  'craft-titles/工匠': { subject: 'craft-titles', share: 'craftsman' },
  'craft-titles/能手': { subject: 'craft-titles', share: 'expert' },
  'mobile-class-session': session('mobile-class'),
  'mobile-class-session-attendance': taker('mobile-class'),
  'matchmaking-event': session('matchmaking'),
  'health-checks': session('check-up'),
  'health-check-persons': taker('check-up'),
  'health-check-persons/新就业形态': taker('check-up 新就业形态'),
  'culture-events': session('culture+sports'),
  'culture-attendance': taker('culture+sports'),
  lectures: session('talk'),
  'lecture-attendance': taker('talk'),
  'report-lectures': session('talk 报告会'),
  'volunteer-events': session('volunteering'),
  volunteers: taker('volunteering'),
}

/** Registers whose entries are counted under a name of their own elsewhere. */
const registers: Readonly<Record<string, Named>> = {
  'register:studios': { subject: 'studios' },
  'register:collective-contracts': { subject: 'contracts-signed' },
}

const isPlace = (word: string) => /^([0-9a-f]{8}-[0-9a-f-]{27}|\d{6,9})$/.test(word)

/** What a published number is about, whether it was counted or printed: numbers are compared within one subject. */
export const subjectOf = ({ topic, part }: { readonly topic: string; readonly part: string | null }): Subject => {
  const words = (part ?? '').split(' ').filter(Boolean)
  const place = words.filter(isPlace).join(' ')
  const cut = words.filter((x) => !isPlace(x)).join(' ')
  const whole = printed[`${topic}/${cut}`]
  if (whole) return { subject: whole.subject, share: whole.share ?? null, place }
  const register = topic === 'entries-added' || topic === 'entries' ? registers[cut] : undefined
  if (register) return { subject: register.subject, share: null, place }
  const named = figures[topic] ?? printed[topic] ?? { subject: topic }
  const { by } = named
  const kept = by && cut.startsWith(`${by}:`) && !cut.includes(',') ? cut.slice(by.length + 1) : cut
  return { subject: named.subject, share: [named.share, kept].filter(Boolean).join(' ') || null, place }
}

/** Whether one number counts everything that the other counts: the same place or everywhere, the same share or all of it. */
export const covers = (whole: Subject, part: Subject) =>
  (whole.place === '' || whole.place === part.place) &&
  (whole.share === null || whole.share === part.share || (part.share !== null && part.share.startsWith(`${whole.share} `)))

/** Subjects whose shares nobody lists in full: they are not added up. */
export const openSubjects: readonly string[] = ['sessions', 'participants']

const bodies: readonly Unit[] = ['organisations', 'groups', 'places']
/** Units that count the same in other words: 家, 个 and 处 of one subject can be compared. */
export const likeUnit = (unit: Unit): Unit => (bodies.includes(unit) ? 'organisations' : unit)
