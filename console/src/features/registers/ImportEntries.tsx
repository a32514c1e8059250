import { mostEntryRows } from '@gongyou/contract/registers/sheet-limit.ts'
import type { Register } from '@gongyou/contract/registers/register.ts'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Modal, Spin, Upload } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { saveFile } from '../../kit/save-file.ts'
import { w } from '../../kit/text.ts'
import { EntrySheetPreview } from './EntrySheetPreview.tsx'
import { said } from './words.tsx'

/** A workbook of a register: dropped, looked at, confirmed. Until then nothing is written. */
export const ImportEntries = ({ register, onClose, onDone }: { register: Register; onClose: () => void; onDone: () => void }) => {
  const { message } = App.useApp()
  const params = { code: register.code }
  const [file, setFile] = useState<File | null>(null)
  const look = useMutation({ mutationFn: (given: File) => ask('importEntries', { params, file: given }) })
  const write = useMutation({ mutationFn: () => ask('importEntries', { params, file: file!, query: { plan: look.data!.plan } }) })
  const marked = useMutation({
    mutationFn: () => ask('markEntrySheet', { params, file: file! }),
    onSuccess: (content) => saveFile(content, `${said(register.title)}-${w('待改', 'to-correct')}.xlsx`),
  })
  const template = useMutation({
    mutationFn: () => ask('getEntryTemplate', { params }),
    onSuccess: (content) => saveFile(content, `${said(register.title)}-${w('模板', 'template')}.xlsx`),
  })
  const take = (given: File) => {
    setFile(given)
    write.reset()
    look.mutate(given)
    return false
  }
  const again = () => {
    setFile(null)
    look.reset()
    write.reset()
  }
  const seen = write.data ?? look.data
  const done = write.data !== undefined
  const taken = seen ? seen.counts.new + seen.counts.update : 0
  const wrong = write.error ?? look.error ?? marked.error ?? template.error
  const finish = () => {
    message.success(w('名册已更新', 'The register is up to date'))
    onDone()
  }
  return (
    <Modal
      open
      width={960}
      title={w(`导入${register.title.zh}`, `Import ${said(register.title)}`)}
      onCancel={done ? onDone : onClose}
      mask={{ closable: false }}
      footer={[
        seen || wrong ? (
          <Button key="again" type="text" onClick={again}>
            {w('换一个文件', 'Another file')}
          </Button>
        ) : (
          <Button key="template" type="text" loading={template.isPending} onClick={() => template.mutate()}>
            {w('下载模板', 'Get the template')}
          </Button>
        ),
        seen && seen.counts.bad > 0 ? (
          <Button key="marked" loading={marked.isPending} onClick={() => marked.mutate()}>
            {w('下载标注了问题的表格', 'Get the marked file')}
          </Button>
        ) : null,
        done ? (
          <Button key="done" type="primary" onClick={finish}>
            {w('完成', 'Done')}
          </Button>
        ) : (
          <Button key="write" type="primary" disabled={taken === 0} loading={write.isPending} onClick={() => write.mutate()}>
            {taken ? w(`导入 ${taken} 行`, `Import ${taken} rows`) : w('导入', 'Import')}
          </Button>
        ),
      ]}
    >
      {!seen && (
        <Spin spinning={look.isPending} description={w('正在逐行核对…', 'Reading row by row…')}>
          <Upload.Dragger accept=".xlsx,.xls,.csv" showUploadList={false} beforeUpload={take} className="register-drop">
            <p style={{ margin: '0 0 4px' }}>{w('把表格拖到这里，或点这里选择文件', 'Drop a spreadsheet here, or click to choose one')}</p>
            <p className="quiet small" style={{ margin: 0 }}>
              {w(
                `.xlsx、.xls 或 .csv，最多 ${mostEntryRows.toLocaleString()} 行。按列名识别，与“导出”版式相同：已有的更新，没有的新增，空格子不改动。`,
                `.xlsx, .xls or .csv, up to ${mostEntryRows.toLocaleString()} rows. Columns are found by their titles, as in the export: what is known is changed, the rest added, empty cells change nothing.`,
              )}
            </p>
          </Upload.Dragger>
        </Spin>
      )}
      {seen && done && (
        <p style={{ color: 'var(--done)', margin: '0 0 12px' }}>
          {w(`已新增 ${seen.counts.new} 条，更新 ${seen.counts.update} 条。`, `${seen.counts.new} added, ${seen.counts.update} changed.`)}
        </p>
      )}
      {seen && <EntrySheetPreview sheet={seen} />}
      {seen && seen.counts.bad > 0 && (
        <p style={{ color: 'var(--soon)', margin: '12px 0 0' }}>
          {w(
            `有问题的 ${seen.counts.bad} 行${done ? '没有' : '不会'}导入；下载标注了问题的表格，改好后再导一次，已导入的不会重复。`,
            `The ${seen.counts.bad} rows with problems ${done ? 'were' : 'are'} left out; get the marked file, correct it and import again. Nothing is added twice.`,
          )}
        </p>
      )}
      {wrong && (
        <p role="alert" style={{ color: 'var(--red)', margin: '12px 0 0' }}>
          {wordsOf(wrong)}
        </p>
      )}
    </Modal>
  )
}
