import type { CaseView } from '@gongyou/contract/cases/shapes.ts'
import { App, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { say } from '../../kit/language.ts'
import { saveFile } from '../../kit/save-file.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'

type File = { id: string; name: string }
const shown = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/bmp']

/** Opens a paper: a picture in front of the page, anything else into the downloads. */
export const usePaper = (view: CaseView | undefined) => {
  const { message } = App.useApp()
  const [picture, setPicture] = useState<{ name: string; url: string; content: Blob } | null>(null)
  useEffect(() => () => URL.revokeObjectURL(picture?.url ?? ''), [picture])
  const open = async (file: File) => {
    if (!view) return
    try {
      const content = await ask('getCaseFile', { params: { id: view.id, file: file.id } })
      if (shown.includes(content.type)) setPicture({ name: file.name, url: URL.createObjectURL(content), content })
      else saveFile(content, file.name)
    } catch (error) {
      message.error(wordsOf(error))
    }
  }
  const window = picture && (
    <Modal
      open
      width="min(960px, 96vw)"
      title={picture.name}
      okText={w('下载', 'Download')}
      onOk={() => saveFile(picture.content, picture.name)}
      cancelText={w('关闭', 'Close')}
      onCancel={() => setPicture(null)}
    >
      <img src={picture.url} alt={picture.name} style={{ display: 'block', maxWidth: '100%', maxHeight: '70vh', margin: '0 auto' }} />
    </Modal>
  )
  return { open, window }
}

const size = (bytes: number) => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`)

/** Every paper of the case in the order in which it came. */
export const Papers = ({ view, onFile }: { view: CaseView; onFile: (file: File) => void }) =>
  view.papers.length === 0 ? null : (
    <Sheet title={w('材料', 'Papers')} head={<span className="quiet">{view.papers.length}</span>}>
      {view.papers.map((p) => (
        <div key={p.id} className="paper-line">
          <button type="button" className="plain-button" onClick={() => onFile(p)}>
            {p.name}
          </button>
          <span className="quiet small">
            {[p.field && view.form[p.field] ? say(view.form[p.field]!.label) : '', size(p.bytes), instant(p.addedAt)].filter(Boolean).join(' · ')}
          </span>
        </div>
      ))}
    </Sheet>
  )
