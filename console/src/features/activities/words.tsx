import type { ActivityLine } from '@gongyou/contract/activities/shapes.ts'
import { stageWords } from '@gongyou/contract/activities/words.ts'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

const colours: Partial<Record<ActivityLine['stage'], string>> = {
  open: 'var(--done)',
  running: 'var(--done)',
  submitted: 'var(--soon)',
  full: 'var(--soon)',
  cancelled: 'var(--red)',
}
export const StageWord = ({ stage }: { stage: ActivityLine['stage'] }) => (
  <span style={{ color: colours[stage] ?? 'var(--ink-2)' }}>{say(stageWords[stage])}</span>
)

/** `2026-11-25 14:00–16:00` in Beijing time. */
export const span = (from: string, to: string) => {
  const at = (iso: string) => new Date(new Date(iso).getTime() + 8 * 3_600_000).toISOString()
  const [a, b] = [at(from), at(to)]
  return a.slice(0, 10) === b.slice(0, 10)
    ? `${a.slice(0, 10)} ${a.slice(11, 16)}–${b.slice(11, 16)}`
    : `${a.slice(0, 16).replace('T', ' ')} – ${b.slice(0, 16).replace('T', ' ')}`
}

/** Seats taken of seats there are; standby behind a plus. */
export const seatsOf = (p: { seats: number | null; taken: number; standby: number }) =>
  `${p.taken} / ${p.seats ?? w('不限', 'any')}${p.standby > 0 ? w(`，候补 ${p.standby}`, `, ${p.standby} on standby`) : ''}`
