import { useEffect, useRef, useState } from 'react'
import { Notice } from '../../kit/Notice.tsx'
import { w } from '../../kit/text.ts'
import { watchForCode } from './camera.ts'
import './scan.css'

const whyNot = (error: unknown) =>
  error instanceof DOMException && error.name === 'NotAllowedError'
    ? w(
        '没有相机权限。请在手机设置里允许本页使用相机，或用下面的办法。',
        'The camera is not allowed. Permit it in the phone’s settings, or use the way below.',
      )
    : w(
        '这里打不开相机。可以用微信“扫一扫”扫同一个码，或用下面的办法。',
        'The camera cannot be opened here. Scan the same code with WeChat, or use the way below.',
      )

/** The camera, and in words what to do where there is none. */
export const Viewfinder = ({ found }: { found: (text: string) => void }) => {
  const video = useRef<HTMLVideoElement>(null)
  const [error, setError] = useState<unknown>()
  const latest = useRef(found)
  latest.current = found
  useEffect(() => watchForCode(video.current!, (text) => latest.current(text), setError), [])
  return error ? (
    <Notice tone="due">{whyNot(error)}</Notice>
  ) : (
    <div className="finder">
      <video ref={video} muted playsInline aria-label={w('相机画面', 'Camera picture')} />
      <p>{w('把二维码放进画面', 'Hold the code before the camera')}</p>
    </div>
  )
}
