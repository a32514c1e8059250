import type { ActivityLine, SessionRoom } from '@gongyou/contract/activities/shapes.ts'
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

/** Whether a session has the place it was to be held in; where not, why, and what to do. */
export const RoomWord = ({ room }: { room: SessionRoom }) => {
  if (room.state === 'confirmed') return <div className="quiet small">{w('已订场地', 'Place booked')}</div>
  if (room.state === 'asked')
    return (
      <div className="small" style={{ color: 'var(--soon)' }}>
        {w('场地待审批', 'Place waits for approval')}
      </div>
    )
  return (
    <div className="small" style={{ color: 'var(--red)', whiteSpace: 'normal' }}>
      {room.state === 'refused' ? w('场地没有批下来', 'The place was refused') : w('场地已收回', 'The place was taken away')}
      {room.because && `：${room.because}`}
      {w('，请改地点', '; choose another')}
    </div>
  )
}

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
