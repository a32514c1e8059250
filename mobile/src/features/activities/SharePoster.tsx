import type { OpenActivity } from '@gongyou/contract/activities/shapes.ts'
import { useEffect, useState } from 'react'
import { Button } from '../../kit/Button.tsx'
import { language } from '../../kit/language.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Sheet } from '../../kit/Sheet.tsx'
import { Skeleton } from '../../kit/Skeleton.tsx'
import { w } from '../../kit/text.ts'
import { drawPoster } from './poster.ts'
import { when } from './when.ts'
import { poolLine } from './words.ts'

const addressOf = (id: string) => new URL(`/m/activities/${id}`, location.origin).href

const linesOf = (a: OpenActivity) => {
  const sessions = a.sessionList.filter((s) => !s.cancelled)
  const next = sessions.find((s) => new Date(s.endsAt) > new Date()) ?? sessions[0]
  const pool = a.pools.find((p) => p.id === next?.poolId)
  return [
    ...(next ? [when(next.startsAt, next.endsAt, language() === 'zh'), next.place] : []),
    ...(sessions.length > 1 ? [w(`共 ${sessions.length} 场`, `${sessions.length} sessions`)] : []),
    ...(pool ? [poolLine(pool)] : []),
  ]
}

/** A picture for a group or a wall, drawn on the phone itself; and the link. The page it leads to is public. */
export const SharePoster = ({ activity: a, close }: { activity: OpenActivity; close: () => void }) => {
  const [picture, setPicture] = useState<{ url: string; file: File }>()
  const [failed, setFailed] = useState(false)
  const [copied, setCopied] = useState(false)
  const url = addressOf(a.id)
  useEffect(() => {
    let made: string | undefined
    drawPoster({ org: a.org.name, title: a.title, lines: linesOf(a), call: w('扫码看详情、报名', 'Scan to sign up'), url }).then(
      (blob) => {
        made = URL.createObjectURL(blob)
        setPicture({ url: made, file: new File([blob], `${a.title}.png`, { type: 'image/png' }) })
      },
      () => setFailed(true),
    )
    return () => void (made && URL.revokeObjectURL(made))
  }, [a, url])
  const passes = picture !== undefined && typeof navigator.canShare === 'function' && navigator.canShare({ files: [picture.file] })
  return (
    <Sheet title={w('分享', 'Share')} close={close}>
      {failed ? <Notice tone="due">{w('这部手机画不出图片，请复制链接。', 'This phone cannot draw the picture; copy the link.')}</Notice> : null}
      {picture ? (
        <img className="poster" src={picture.url} alt={w(`${a.title}的海报，带二维码`, `Poster of ${a.title} with a QR code`)} />
      ) : failed ? null : (
        <Skeleton lines={6} />
      )}
      {picture ? <p className="small">{w('长按图片可保存或转发。', 'Press and hold the picture to keep or pass it on.')}</p> : null}
      <div className="pair">
        {picture && passes ? (
          <Button look="primary" onClick={() => void navigator.share({ files: [picture.file], title: a.title }).catch(() => undefined)}>
            {w('转发图片', 'Pass it on')}
          </Button>
        ) : picture ? (
          <a className="button primary" href={picture.url} download={`${a.title}.png`}>
            {w('保存图片', 'Save the picture')}
          </a>
        ) : null}
        <Button
          onClick={() =>
            void navigator.clipboard?.writeText(url).then(
              () => setCopied(true),
              () => undefined,
            )
          }
        >
          <span aria-live="polite">{copied ? w('已复制', 'Copied') : w('复制链接', 'Copy the link')}</span>
        </Button>
      </div>
    </Sheet>
  )
}
