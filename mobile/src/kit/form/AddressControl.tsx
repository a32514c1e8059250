import { towns } from '@gongyou/contract/codes/towns.ts'
import type { AddressAnswer } from '@gongyou/contract/forms/index.ts'
import { useId, useState } from 'react'
import { Button } from '../Button.tsx'
import { say } from '../language.ts'
import { w } from '../text.ts'
import type { ControlGiven, Of } from './control.ts'
import { Group } from './Frame.tsx'

const here = () =>
  new Promise<readonly [number, number]>((done, failed) =>
    navigator.geolocation.getCurrentPosition(
      async ({ coords }) => {
        // Maps of the mainland are drawn in GCJ-02; a satellite position set into them is some hundred metres off.
        const { default: gcoord } = await import('gcoord')
        const [longitude, latitude] = gcoord.transform([coords.longitude, coords.latitude], gcoord.WGS84, gcoord.GCJ02)
        done([Number(longitude.toFixed(6)), Number(latitude.toFixed(6))])
      },
      failed,
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
    ),
  )

/** Town, street and house; where asked for, also the spot. */
export const AddressControl = ({ name, field, value, change, left, wrong }: ControlGiven<Of<'address'>>) => {
  const id = useId()
  const [locating, setLocating] = useState<'no' | 'now' | 'failed'>('no')
  const now = (value as AddressAnswer | undefined) ?? { text: '' }
  const set = (part: Partial<AddressAnswer>) => {
    const { town, text, point } = { ...now, ...part }
    change(town || text || point ? { ...(town ? { town } : {}), text, ...(point ? { point } : {}) } : undefined)
  }
  const locate = async () => {
    setLocating('now')
    try {
      set({ point: await here() })
      setLocating('no')
    } catch {
      setLocating('failed')
    }
  }
  return (
    <Group id={id} field={field} wrong={wrong}>
      <select
        aria-label={w('镇街', 'Town')}
        name={`${name}.town`}
        value={now.town ? String(now.town) : ''}
        onChange={(e) => {
          const { town: _, ...rest } = now
          if (e.target.value) set({ town: Number(e.target.value) })
          else change(rest.text || rest.point ? rest : undefined)
        }}
      >
        <option value="">{w('选择镇街（区外不选）', 'Town (leave empty if elsewhere)')}</option>
        {towns.map((x) => (
          <option key={x.code} value={x.code}>
            {say(x)}
          </option>
        ))}
      </select>
      <input
        aria-label={w('街道、小区、门牌号', 'Street and number')}
        placeholder={w('街道、小区、门牌号', 'Street and number')}
        name={name}
        autoComplete="street-address"
        maxLength={200}
        value={now.text}
        aria-invalid={wrong ? true : undefined}
        onChange={(e) => set({ text: e.target.value })}
        onBlur={left}
      />
      {field.point ? (
        <Button onClick={locate} busy={locating === 'now'}>
          {now.point ? w('已定位，重新定位', 'Located; again') : w('我就在这里，帮我定位', 'I am here: locate me')}
        </Button>
      ) : null}
      {locating === 'failed' ? (
        <p className="hint" role="status">
          {w('没有定到位置，不影响提交，写清门牌号就行。', 'Not located; the street and number will do.')}
        </p>
      ) : null}
    </Group>
  )
}
