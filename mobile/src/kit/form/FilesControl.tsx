import type { FileAnswer } from '@gongyou/contract/forms/index.ts'
import { type ChangeEvent, useEffect, useId, useRef, useState } from 'react'
import { isUnreached, wordsOf } from '../failure.ts'
import { Icon } from '../Icon.tsx'
import { w } from '../text.ts'
import type { ControlGiven, Of } from './control.ts'
import { Group } from './Frame.tsx'
import { dropPaper, findPaper, keepPaper, sendPaper } from './papers.ts'
import { shrink } from './photo.ts'
import { useTools } from './tools.ts'

const documents = '.pdf,.doc,.docx,.wps,.ofd,.xls,.xlsx,.et,.txt'
const most = 20

/** A picture of what was added, and whether it has reached the union. */
const Line = ({ paper, remove, state }: { paper: FileAnswer; remove: () => void; state: string }) => {
  const [picture, setPicture] = useState<string>()
  useEffect(() => {
    let address: string | undefined
    void findPaper(paper.id).then((p) => {
      if (!p?.content?.type.startsWith('image/')) return
      address = URL.createObjectURL(p.content)
      setPicture(address)
    })
    return () => (address ? URL.revokeObjectURL(address) : undefined)
  }, [paper.id])
  return (
    <li className="paper">
      {picture ? <img src={picture} alt="" /> : <span className="leaf">{paper.name.split('.').at(-1)?.slice(0, 4).toUpperCase()}</span>}
      <span className="text">
        <span className="title">{paper.name}</span>
        <span className="sub" aria-live="polite">
          {state}
        </span>
      </span>
      <button type="button" className="back" onClick={remove} aria-label={w(`删除 ${paper.name}`, `Remove ${paper.name}`)}>
        <Icon name="close" size={20} />
      </button>
    </li>
  )
}

const words = {
  sending: () => w('正在上传…', 'Uploading…'),
  kept: () => w('已存在手机里，联网后上传', 'On this phone; sent when connected'),
  sent: () => w('已上传', 'Uploaded'),
} as const
type State = keyof typeof words

/** Papers: the camera opens at once, photos are made small, and each is sent while the person goes on filling in. */
export const FilesControl = ({ name, field, value, change, wrong }: ControlGiven<Of<'files'>>) => {
  const id = useId()
  const { send } = useTools()
  const papers = Array.isArray(value) ? (value as FileAnswer[]) : []
  const [states, setStates] = useState<Record<string, State>>({})
  const [refused, refuse] = useState<string>()
  const secret = field.secrecy === 'P3'
  const limit = field.max ?? most
  const mark = (paper: string, state: State) => setStates((s) => ({ ...s, [paper]: state }))
  useEffect(() => {
    for (const { id: paper } of papers) void findPaper(paper).then((p) => mark(paper, !p || p.sent ? 'sent' : 'kept'))
  }, [])

  // A second photo may be taken while the first is on its way: each change builds on the newest list.
  const latest = useRef(papers)
  latest.current = papers
  const write = (next: readonly FileAnswer[]) => {
    latest.current = [...next]
    change(next.length > 0 ? next : undefined)
  }
  const remove = (paper: FileAnswer) => {
    write(latest.current.filter((p) => p.id !== paper.id))
    void dropPaper(paper.id)
  }
  const add = async (e: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(e.target.files ?? [])].slice(0, limit - papers.length)
    e.target.value = ''
    refuse(undefined)
    for (const file of chosen) {
      const paper = await keepPaper(await shrink(file), secret)
      write([...latest.current, paper])
      mark(paper.id, 'sending')
      try {
        await sendPaper(paper, send)
        mark(paper.id, 'sent')
      } catch (error) {
        if (isUnreached(error)) mark(paper.id, 'kept')
        else {
          remove(paper)
          refuse(`${file.name}：${wordsOf(error)}`)
        }
      }
    }
  }
  const room = papers.length < limit
  return (
    <Group id={id} field={field} wrong={refused ?? wrong}>
      {papers.length > 0 ? (
        <ul className="papers">
          {papers.map((p) => (
            <Line key={p.id} paper={p} remove={() => remove(p)} state={words[states[p.id] ?? 'sent']()} />
          ))}
        </ul>
      ) : null}
      {room ? (
        <div className="takes">
          {field.accept === 'document' ? null : (
            <label className="button">
              <input
                type="file"
                className="unseen"
                name={`${name}.camera`}
                accept="image/*"
                capture="environment"
                onChange={add}
                aria-describedby={`${id}d`}
              />
              {w('拍照', 'Take a photo')}
            </label>
          )}
          <label className="button">
            <input
              type="file"
              className="unseen"
              name={name}
              multiple={limit > 1}
              accept={field.accept === 'photo' ? 'image/*' : field.accept === 'document' ? documents : `image/*,${documents}`}
              onChange={add}
              aria-describedby={`${id}d`}
            />
            {field.accept === 'photo' ? w('从相册选', 'From the album') : w('选文件或照片', 'Choose a file')}
          </label>
        </div>
      ) : (
        <p className="hint">{w(`最多 ${limit} 份`, `At most ${limit}`)}</p>
      )}
    </Group>
  )
}
