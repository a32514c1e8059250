import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { ask, asking } from '../../kit/api.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'

const nameOf = (agent: string) => {
  const system = /Windows|Mac OS|Android|iPhone|Linux/.exec(agent)?.[0] ?? w('未知系统', 'Unknown system')
  const browser = /MicroMessenger|Edg|Firefox|Chrome|Safari/.exec(agent)?.[0] ?? ''
  return `${system.replace('Mac OS', 'macOS')} ${browser.replace('MicroMessenger', '微信').replace('Edg', 'Edge')}`.trim()
}

/** Where one is signed in; one device or all others can be signed out. */
export const Devices = () => {
  const list = useQuery(asking('listMySessions', {}))
  const end = useMutation({ mutationFn: (id: string) => ask('endMySession', { params: { id } }), onSuccess: () => list.refetch() })
  const others = useMutation({ mutationFn: () => ask('endMyOtherSessions', {}), onSuccess: () => list.refetch() })
  const rows = list.data?.rows ?? []
  return (
    <Sheet
      title={w('我登录的设备', 'Where I am signed in')}
      head={
        rows.length > 1 && (
          <Button size="small" loading={others.isPending} onClick={() => others.mutate()}>
            {w('退出其他设备', 'Sign out the others')}
          </Button>
        )
      }
    >
      {rows.map((s) => (
        <div key={s.id} style={{ display: 'flex', gap: 8, padding: '4px 0', alignItems: 'center' }}>
          <span style={{ flex: 1 }}>
            {nameOf(s.label)}
            {s.current && <span className="quiet"> {w('（本机）', '(this one)')}</span>}
            <br />
            <span className="quiet small">
              {w('上次使用 ', 'Last used ')}
              {instant(s.seenAt)}
            </span>
          </span>
          {!s.current && (
            <Button size="small" type="text" onClick={() => end.mutate(s.id)}>
              {w('退出', 'Sign out')}
            </Button>
          )}
        </div>
      ))}
    </Sheet>
  )
}
