import { wayTo } from '@gongyou/contract/venues/near.ts'
import { useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'

/** Leads there with the phone's own map app. */
export const Way = ({ name, point }: { name: string; point: readonly [number, number] }) => {
  const [open, set] = useState(false)
  const to = wayTo(name, point)
  const apps = [
    ['amap', w('高德地图', 'Amap')],
    ['baidu', w('百度地图', 'Baidu Maps')],
    ['apple', w('苹果地图', 'Apple Maps')],
  ] as const
  return (
    <>
      <Button onClick={() => set(true)}>{w('怎么去', 'How to get there')}</Button>
      {open ? (
        <Sheet title={w('用哪个地图打开', 'Open with')} close={() => set(false)}>
          {apps.map(([app, label]) => (
            <a key={app} className="button" href={to[app]} target="_blank" rel="noreferrer">
              {label}
            </a>
          ))}
        </Sheet>
      ) : null}
    </>
  )
}
