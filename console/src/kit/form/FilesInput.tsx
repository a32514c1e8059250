import type { FileAnswer } from '@gongyou/contract/forms/index.ts'
import { Button } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { ask } from '../api.ts'
import { wordsOf } from '../Failure.tsx'
import { w } from '../text.ts'
import { referencesOf } from './given.ts'
import './form.css'
import type { Control } from './SimpleInput.tsx'

const endings = {
  photo: 'image/jpeg,image/png,image/webp,image/heic,image/heif',
  document: '.pdf,.doc,.docx,.wps,.ofd,.xls,.xlsx,.et,.txt',
  any: '',
} as const

type Props = Control & { accept?: keyof typeof endings; most?: number; secrecy?: 'P1' | 'P2' | 'P3' }

/** Files chosen, dropped or pasted go up at once; what is sent with the form is their ids. */
export const FilesInput = ({ accept = 'any', most = 20, secrecy = 'P2', value, onChange, id, ...rest }: Props) => {
  const files = referencesOf(value)
  const picker = useRef<HTMLInputElement>(null)
  const [under, setUnder] = useState<readonly string[]>([])
  const [failed, setFailed] = useState<readonly string[]>([])
  const [over, setOver] = useState(false)
  const take = async (given: readonly File[]) => {
    setFailed([])
    const room = most - files.length
    const taken = given.slice(0, room)
    const done: FileAnswer[] = []
    const wrong = given.slice(room).map((f) => w(`${f.name}：最多 ${most} 个文件`, `${f.name}: ${most} files at most`))
    setUnder(taken.map((f) => f.name))
    for (const file of taken)
      try {
        const kept = await ask('uploadFile', { query: { secrecy }, file })
        done.push({ id: kept.id, name: kept.name })
      } catch (error) {
        wrong.push(`${file.name}：${wordsOf(error)}`)
      }
    setUnder([])
    setFailed(wrong)
    if (done.length > 0) onChange([...files, ...done])
  }
  const drop = (e: DragEvent) => {
    e.preventDefault()
    setOver(false)
    void take([...e.dataTransfer.files])
  }
  return (
    <div
      className="files-input"
      data-over={over}
      onDragOver={(e) => (e.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={(e) => e.clipboardData.files.length > 0 && void take([...e.clipboardData.files])}
    >
      {files.map((f) => (
        <div key={f.id} className="file-line">
          <span>{f.name}</span>
          <Button
            size="small"
            type="text"
            aria-label={w(`移除 ${f.name}`, `Remove ${f.name}`)}
            onClick={() => onChange(files.length > 1 ? files.filter((x) => x.id !== f.id) : undefined)}
          >
            {w('移除', 'Remove')}
          </Button>
        </div>
      ))}
      <input
        ref={picker}
        type="file"
        multiple={most > 1}
        hidden
        data-for={id}
        accept={endings[accept]}
        onChange={(e) => {
          void take([...(e.target.files ?? [])])
          e.target.value = ''
        }}
      />
      {files.length < most && (
        <div className="file-line">
          <Button id={id} {...rest} loading={under.length > 0} onClick={() => picker.current?.click()}>
            {accept === 'photo' ? w('选择照片', 'Choose photos') : w('选择文件', 'Choose files')}
          </Button>
          <span className="quiet small">
            {under.length > 0
              ? w(`正在上传 ${under.join('、')}`, `Uploading ${under.join(', ')}`)
              : w('也可以拖到这里，或直接粘贴', 'or drop or paste them here')}
          </span>
        </div>
      )}
      {failed.map((says) => (
        <p key={says} role="alert" className="fault">
          {says}
        </p>
      ))}
    </div>
  )
}
