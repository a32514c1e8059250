import type { getSessionSheet } from '@gongyou/contract/activities/station.ts'
import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { ask } from '../../kit/api.ts'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'

type Photo = ReplyOf<typeof getSessionSheet>['photos'][number]

/** Files are sent as attachments only; the picture is shown from memory. */
export const Picture = ({ id, alt }: { id: string; alt: string }) => {
  const file = useQuery({ queryKey: ['getEvidenceFile', id], queryFn: () => ask('getEvidenceFile', { params: { id } }), staleTime: Infinity })
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!file.data) return
    const made = URL.createObjectURL(file.data)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file.data])
  return url ? <img src={url} alt={alt} /> : null
}

export const Photos = ({ photos, remove }: { photos: readonly Photo[]; remove?: (id: string) => void }) =>
  photos.length === 0 ? null : (
    <div className="activity-photos">
      {photos.map((p) => (
        <figure key={p.id}>
          <Picture id={p.id} alt={p.said || w('现场照片', 'Photograph')} />
          <figcaption>
            {instant(p.takenAt)} {p.place}
            {p.point ? ` (${p.point[0].toFixed(4)}, ${p.point[1].toFixed(4)})` : ''} {p.said}
            {remove && (
              <Button type="text" size="small" onClick={() => remove(p.id)}>
                {w('撤下', 'Take back')}
              </Button>
            )}
          </figcaption>
        </figure>
      ))}
    </div>
  )
