import { moment } from './day.ts'
import { useOnline } from './network.ts'
import { w } from './text.ts'

/** Says that what is shown is from an earlier time, and which. */
export const Stale = ({ at, failed }: { at: string | undefined; failed: boolean }) => {
  const online = useOnline()
  if (online && !failed) return null
  return (
    <p className="notice due-tone" role="status">
      {at
        ? w(`没有网络，显示的是 ${moment(at)} 的内容。`, `No network; this is from ${moment(at)}.`)
        : w('没有网络。请走到信号好的地方再试。', 'No network. Please try again where the signal is better.')}
    </p>
  )
}
