import { useQuery } from '@tanstack/react-query'
import { asking } from '../../kit/api.ts'
import { today } from '../../kit/form/today.ts'
import { useMay } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'

const clock = (iso: string) => new Date(new Date(iso).getTime() + 8 * 3_600_000).toISOString().slice(11, 16)

/** Sessions of today that stand, as lines of the workbench: what is under way first needs somebody at the door. */
export const useTodaySessions = () => {
  const may = useMay()
  const day = today()
  const list = useQuery({ ...asking('listSessions', { query: { from: day, to: day } }), enabled: may('activities.read') })
  const now = new Date().toISOString()
  return (list.data?.rows ?? [])
    .filter((s) => !s.cancelled && s.activity.state === 'published')
    .map((s) => {
      const over = s.endsAt < now
      const lost = s.room?.state === 'displaced' || s.room?.state === 'refused'
      const standing = s.closed
        ? w('已办结', 'Closed')
        : over
          ? w('待办结', 'To be closed')
          : s.startsAt <= now
            ? w('进行中', 'Under way')
            : w('还没开始', 'Not begun')
      return {
        id: s.id,
        name: s.activity.title,
        detail: [
          `${clock(s.startsAt)}–${clock(s.endsAt)}`,
          s.place,
          s.counts === 'heads'
            ? w(`${s.attended} 人次`, `${s.attended} heads`)
            : w(`到场 ${s.attended} / 应到 ${s.expected}`, `${s.attended} of ${s.expected} in`),
        ].join(' · '),
        late: lost || (over && !s.closed),
        when: lost ? w('场地已收回', 'Place lost') : standing,
        to: '/activities/$id',
        params: { id: s.activity.id },
        search: {},
        act: w('打开', 'Open'),
      }
    })
}
