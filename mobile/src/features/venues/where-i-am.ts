import { useState } from 'react'

export type Here = { is: 'unknown' | 'asking' | 'refused' } | { is: 'known'; point: readonly [number, number] }

/** Asks the phone where it stands, only when told to, and keeps it nowhere. Phones say WGS-84; maps here are GCJ-02. */
export const useHere = () => {
  const [here, set] = useState<Here>({ is: 'unknown' })
  const ask = () => {
    if (!navigator.geolocation) return set({ is: 'refused' })
    set({ is: 'asking' })
    navigator.geolocation.getCurrentPosition(
      async ({ coords }) => {
        const { default: gcoord } = await import('gcoord')
        const [lng, lat] = gcoord.transform([coords.longitude, coords.latitude], gcoord.WGS84, gcoord.GCJ02)
        set({ is: 'known', point: [lng, lat] })
      },
      () => set({ is: 'refused' }),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
    )
  }
  return { here, ask }
}
