import type { FileAnswer } from '@gongyou/contract/forms/index.ts'
import { type PointerEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../Button.tsx'
import { w } from '../text.ts'
import type { ControlGiven, Of } from './control.ts'
import { Group } from './Frame.tsx'
import { dropPaper, findPaper, keepPaper } from './papers.ts'
import { useTools } from './tools.ts'

const fitted = (canvas: HTMLCanvasElement) => {
  const scale = Math.min(devicePixelRatio, 2)
  canvas.width = canvas.clientWidth * scale
  canvas.height = canvas.clientHeight * scale
  const ink = canvas.getContext('2d')!
  ink.scale(scale, scale)
  Object.assign(ink, { lineWidth: 3, lineCap: 'round', lineJoin: 'round', strokeStyle: '#1d1d1b', fillStyle: '#1d1d1b' })
  return ink
}

const drawName = (canvas: HTMLCanvasElement, name: string) => {
  const ink = fitted(canvas)
  const size = Math.min(64, (canvas.clientWidth - 32) / Math.max(2, [...name].length))
  ink.font = `${size}px "KaiTi", "STKaiti", "Kaiti SC", serif`
  ink.textAlign = 'center'
  ink.textBaseline = 'middle'
  ink.fillText(name, canvas.clientWidth / 2, canvas.clientHeight / 2)
}

/** A field to write one's name into with a finger, taken over stroke by stroke; whoever cannot may have the name set in type. */
const Pad = ({ name, take, wipe }: { name: string; take: (picture: Blob) => void; wipe: () => void }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const ink = useRef<CanvasRenderingContext2D>(null)
  const [begun, begin] = useState(false)
  const { me } = useTools()
  const at = (e: PointerEvent) => {
    const box = canvas.current!.getBoundingClientRect()
    return [e.clientX - box.left, e.clientY - box.top] as const
  }
  const down = (e: PointerEvent) => {
    e.currentTarget.setPointerCapture(e.pointerId)
    ink.current ??= fitted(canvas.current!)
    ink.current.beginPath()
    ink.current.moveTo(...at(e))
    begin(true)
  }
  const move = (e: PointerEvent) => {
    if (!e.currentTarget.hasPointerCapture(e.pointerId) || !ink.current) return
    ink.current.lineTo(...at(e))
    ink.current.stroke()
  }
  const finish = () => canvas.current!.toBlob((picture) => (picture ? take(picture) : undefined), 'image/png')
  return (
    <>
      <canvas
        ref={canvas}
        className="pad"
        data-name={name}
        role="img"
        aria-label={w('在这里用手指写名字', 'Write your name here')}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={finish}
      />
      {begun ? (
        <Button
          onClick={() => {
            ink.current = fitted(canvas.current!)
            begin(false)
            wipe()
          }}
        >
          {w('擦掉重写', 'Wipe')}
        </Button>
      ) : me ? (
        <button
          type="button"
          className="link"
          onClick={() => {
            drawName(canvas.current!, me.name)
            begin(true)
            finish()
          }}
        >
          {w(`手写不方便？以“${me.name}”签名`, `Cannot write here? Sign as “${me.name}”`)}
        </button>
      ) : null}
    </>
  )
}

const Signed = ({ answer, again }: { answer: FileAnswer; again: () => void }) => {
  const [picture, setPicture] = useState<string>()
  useEffect(() => {
    let address: string | undefined
    void findPaper(answer.id).then((p) => {
      if (!p?.content) return
      address = URL.createObjectURL(p.content)
      setPicture(address)
    })
    return () => (address ? URL.revokeObjectURL(address) : undefined)
  }, [answer.id])
  return (
    <div className="signed">
      {picture ? <img src={picture} alt={w('您的签名', 'Your signature')} /> : <span>{w('已签名', 'Signed')}</span>}
      <button type="button" className="link" onClick={again}>
        {w('重签', 'Sign again')}
      </button>
    </div>
  )
}

export const SignatureControl = ({ name, field, value, change, wrong }: ControlGiven<Of<'signature'>>) => {
  const id = useId()
  const answer = value as FileAnswer | undefined
  const [writing, write] = useState(!answer)
  const last = useRef(answer)
  const wipe = () => {
    if (last.current) void dropPaper(last.current.id)
    last.current = undefined
    change(undefined)
  }
  const take = async (picture: Blob) => {
    const paper = await keepPaper(new File([picture], `${w('签名', 'signature')}.png`, { type: 'image/png' }), field.secrecy === 'P3')
    if (last.current) void dropPaper(last.current.id)
    last.current = paper
    change(paper)
  }
  return (
    <Group id={id} field={field} wrong={wrong}>
      {writing || !answer ? (
        <Pad name={name} take={(picture) => void take(picture)} wipe={wipe} />
      ) : (
        <Signed
          answer={answer}
          again={() => {
            wipe()
            write(true)
          }}
        />
      )}
    </Group>
  )
}
