import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import SignaturePad from 'signature_pad'
import { ask } from '../api.ts'
import { wordsOf } from '../Failure.tsx'
import { w } from '../text.ts'
import { FilesInput } from './FilesInput.tsx'
import { referenceOf } from './given.ts'
import type { Control } from './SimpleInput.tsx'

/** A signature drawn with the hand or the mouse; whoever cannot draw hands in a picture of it. */
export const SignatureInput = ({ value, onChange, ...rest }: Control) => {
  const signed = referenceOf(value)
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad>(null)
  const [drawn, setDrawn] = useState(false)
  const [wrong, setWrong] = useState('')
  const [sending, setSending] = useState(false)
  useEffect(() => {
    if (!canvas.current) return
    // As many points as the screen shows: the pen draws where the hand is.
    canvas.current.width = canvas.current.clientWidth
    canvas.current.height = canvas.current.clientHeight
    // The paper is white in the dark mode too: the picture is printed later.
    const made = new SignaturePad(canvas.current, { backgroundColor: '#ffffff', penColor: '#1d1d1b' })
    made.addEventListener('endStroke', () => setDrawn(true))
    pad.current = made
    return () => made.off()
  }, [signed?.id])
  const clear = () => {
    pad.current?.clear()
    setDrawn(false)
  }
  const take = () =>
    canvas.current?.toBlob(async (picture) => {
      if (!picture) return
      setSending(true)
      setWrong('')
      try {
        const name = w('签名', 'signature') + '.png'
        const kept = await ask('uploadFile', { query: { secrecy: 'P2' }, file: new File([picture], name, { type: 'image/png' }) })
        onChange({ id: kept.id, name: kept.name })
      } catch (error) {
        setWrong(wordsOf(error))
      } finally {
        setSending(false)
        setDrawn(false)
      }
    }, 'image/png')
  if (signed)
    return (
      <div className="file-line">
        <span>{w('已签名', 'Signed')}</span>
        <Button id={rest.id} size="small" type="text" onClick={() => onChange(undefined)}>
          {w('重新签名', 'Sign again')}
        </Button>
      </div>
    )
  return (
    <div className="signature">
      <canvas ref={canvas} role="img" aria-label={w('在此手写签名', 'Sign here')} />
      <div className="file-line">
        <Button id={rest.id} aria-describedby={rest['aria-describedby']} disabled={!drawn} loading={sending} onClick={take}>
          {w('用这个签名', 'Use this signature')}
        </Button>
        <Button type="text" disabled={!drawn} onClick={clear}>
          {w('重写', 'Clear')}
        </Button>
      </div>
      {wrong && (
        <p role="alert" className="fault">
          {wrong}
        </p>
      )}
      <details>
        <summary className="quiet small">{w('不方便手写？上传签名图片', 'Cannot draw? Hand in a picture of the signature')}</summary>
        <FilesInput id={`${rest.id}-picture`} accept="photo" most={1} value={undefined} onChange={(v) => Array.isArray(v) && onChange(v[0])} />
      </details>
    </div>
  )
}
