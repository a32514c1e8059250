import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { ask } from '../../../kit/api.ts'
import { wordsOf } from '../../../kit/Failure.tsx'
import { w } from '../../../kit/text.ts'
import { saveFile } from './save-file.ts'

/** Takes a file by dropping or choosing, and says at once when it cannot be read. */
export const FileStep = ({ onTaken }: { onTaken: (id: string) => void }) => {
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const send = useMutation({ mutationFn: (file: File) => ask('uploadRoster', { file }), onSuccess: (batch) => onTaken(batch.id) })
  const template = useMutation({ mutationFn: () => ask('downloadTemplate', {}), onSuccess: (file) => saveFile(file, w('会员名册模板.xlsx', 'roster.xlsx')) })
  const take = (files: FileList | null) => files?.[0] && send.mutate(files[0])
  return (
    <section
      className="sheet drop" data-over={over}
      onDragOver={(e) => { e.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)}
      onDrop={(e) => { e.preventDefault(); setOver(false); take(e.dataTransfer.files) }}
    >
      <input ref={input} type="file" accept=".xlsx,.xls,.csv" hidden onChange={(e) => { take(e.target.files); e.target.value = '' }} />
      <p className="drop-title">{send.isPending ? w(`正在读取 ${send.variables.name}…`, `Reading ${send.variables.name} …`) : w('把名册文件拖到这里', 'Drop the roster here')}</p>
      <p className="quiet">{w('.xlsx、.xls 或 .csv，100 MB 以内，行数不限；表头上面有标题、分两行也可以。先检查，看过结果再导入。', '.xlsx, .xls or .csv up to 100 MB, any number of rows; a title above the header or a header of two rows is fine. It is checked first; you see the result before anything is imported.')}</p>
      <div className="drop-acts">
        <Button type="primary" loading={send.isPending} onClick={() => input.current?.click()}>{w('选择文件', 'Choose a file')}</Button>
        <Button loading={template.isPending} onClick={() => template.mutate()}>{w('下载空白模板', 'Empty template')}</Button>
      </div>
      {send.isError && <p role="alert" className="alert">{wordsOf(send.error)}</p>}
    </section>
  )
}
