import type { SessionRoom } from '@gongyou/contract/activities/shapes.ts'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { asking } from '../../kit/api.ts'
import { w } from '../../kit/text.ts'

type Props = {
  id?: string
  value?: string | null
  onChange?: (place: string | null) => void
  /** What the session holds already. */
  held?: SessionRoom | null
  /** Tells the form how the chosen place is called. */
  onNamed: (name: string, address: string) => void
}

/** A place of one of our venues, booked together with the session; empty where it is held elsewhere. */
export const RoomField = ({ id, value, onChange, held, onNamed }: Props) => {
  const [q, setQ] = useState('')
  const [venue, setVenue] = useState(held?.venue)
  const venues = useQuery(asking('listVenues', { query: { state: 'open', limit: 30, ...(q ? { q } : {}) } }))
  const one = useQuery({ ...asking('getVenue', { params: { id: venue?.id ?? '' } }), enabled: Boolean(venue) })
  const found = (venues.data?.rows ?? []).filter((v) => v.places > 0).map((v) => ({ value: v.id, label: v.name }))
  const options = venue && !found.some((o) => o.value === venue.id) ? [{ value: venue.id, label: venue.name }, ...found] : found
  const places = (one.data?.places ?? []).filter((p) => !p.closed || p.id === value)
  return (
    <div className="activity-pair">
      <Select
        id={id ?? 'venue'}
        allowClear
        aria-label={w('阵地', 'Venue')}
        showSearch={{ onSearch: setQ, filterOption: false }}
        placeholder={w('不用阵地场地', 'Not at a venue of ours')}
        loading={venues.isFetching}
        options={options}
        value={venue?.id ?? null}
        notFoundContent={w('没有可预订的阵地', 'No venue with bookable places')}
        onChange={(next: string | undefined) => {
          setVenue(next ? { id: next, name: options.find((o) => o.value === next)?.label ?? '' } : undefined)
          onChange?.(null)
        }}
      />
      {venue && (
        <Select
          aria-label={w('场地', 'Place')}
          placeholder={w('选哪一间', 'Which place')}
          loading={one.isFetching}
          options={places.map((p) => ({
            value: p.id,
            label: [p.name, p.seats ? w(`${p.seats} 人`, `${p.seats} seats`) : '', p.needsApproval ? w('要审批', 'asks for approval') : '']
              .filter(Boolean)
              .join(' · '),
          }))}
          value={value ?? null}
          notFoundContent={one.isFetching ? null : w('这个阵地没有可预订的场地', 'No bookable place here')}
          onChange={(place: string) => {
            onChange?.(place)
            const named = places.find((p) => p.id === place)
            if (named && one.data) onNamed(`${one.data.name} ${named.name}`.slice(0, 80), addressOf(one.data.answers))
          }}
        />
      )}
    </div>
  )
}

const addressOf = (answers: Readonly<Record<string, unknown>>) => {
  const at = answers.place
  return typeof at === 'object' && at !== null && 'text' in at && typeof at.text === 'string' ? at.text : ''
}
