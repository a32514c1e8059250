import { mostSheetRows } from '@gongyou/contract/organisations/sheet-limit.ts'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Modal, Spin, Upload } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'
import { SheetPreview } from './SheetPreview.tsx'

/** A workbook of organisations: dropped, looked at, confirmed. Until then nothing is written. */
export const ImportOrganisations = ({ onClose, onDone }: { onClose: () => void; onDone: () => void }) => {
  const { message } = App.useApp()
  const [file, setFile] = useState<File | null>(null)
  const look = useMutation({ mutationFn: (given: File) => ask('importOrganisations', { file: given }) })
  const write = useMutation({
    mutationFn: () => ask('importOrganisations', { file: file!, query: { plan: look.data!.plan } }),
    onSuccess: ({ counts }) => {
      message.success(w(`已新建 ${counts.new} 个、更新 ${counts.update} 个组织`, `${counts.new} organisations founded, ${counts.update} changed`))
      onDone()
    },
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
  const seen = look.data
  const taken = seen ? seen.counts.new + seen.counts.update : 0
  const wrong = write.error ?? look.error
  return (
    <Modal
      open
      width={960}
      title={w('导入组织表', 'Import organisations')}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={[
        seen || wrong ? (
          <Button key="again" type="text" onClick={again}>
            {w('换一个文件', 'Another file')}
          </Button>
        ) : null,
        <Button key="close" onClick={onClose}>
          {w('取消', 'Cancel')}
        </Button>,
        <Button key="write" type="primary" disabled={taken === 0} loading={write.isPending} onClick={() => write.mutate()}>
          {taken ? w(`导入 ${taken} 行`, `Import ${taken} rows`) : w('导入', 'Import')}
        </Button>,
      ]}
    >
      {!seen && (
        <Spin spinning={look.isPending} description={w('正在逐行核对…', 'Reading row by row…')}>
          <Upload.Dragger accept=".xlsx,.xls,.csv" showUploadList={false} beforeUpload={take} className="sheet-drop">
            <p style={{ margin: '0 0 4px' }}>{w('把表格拖到这里，或点这里选择文件', 'Drop a spreadsheet here, or click to choose one')}</p>
            <p className="quiet small" style={{ margin: 0 }}>
              {w(
                `.xlsx、.xls 或 .csv，最多 ${mostSheetRows.toLocaleString()} 行。版式与“导出”相同：同一上级下同名的更新，没有的新建，空格子不改动。`,
                `.xlsx, .xls or .csv, up to ${mostSheetRows.toLocaleString()} rows, laid out like the export: same name beneath the same parent is changed, the rest founded, empty cells change nothing.`,
              )}
            </p>
          </Upload.Dragger>
        </Spin>
      )}
      {seen && <SheetPreview sheet={seen} />}
      {seen && seen.counts.bad > 0 && taken > 0 && (
        <p style={{ color: 'var(--soon)', margin: '12px 0 0' }}>
          {w(
            `有问题的 ${seen.counts.bad} 行不会导入；改好后再导一次，已导入的不会重复。`,
            `The ${seen.counts.bad} rows with problems are left out; correct them and import again, nothing is founded twice.`,
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
