import { useMutation } from '@tanstack/react-query'
import { Button, Upload } from 'antd'
import { ask } from '../../../kit/api.ts'
import { saveFile } from '../../../kit/save-file.ts'
import { wordsOf } from '../../../kit/Failure.tsx'
import { w } from '../../../kit/text.ts'

/** Hand in a workbook. What cannot be a roster is refused here, with what to do instead. */
export const FileStep = ({ onMade }: { onMade: (id: string) => void }) => {
  const upload = useMutation({ mutationFn: (file: File) => ask('uploadRoster', { file }), onSuccess: (made) => onMade(made.id) })
  const template = useMutation({
    mutationFn: () => ask('downloadTemplate', {}),
    onSuccess: (blob) => saveFile(blob, w('会员名册模板.xlsx', 'roster-template.xlsx')),
  })
  return (
    <section className="sheet">
      <div className="body">
        <Upload.Dragger
          accept=".xlsx,.xls,.csv"
          showUploadList={false}
          disabled={upload.isPending}
          beforeUpload={(file) => {
            upload.mutate(file)
            return false
          }}
        >
          <p style={{ fontSize: 16, margin: '8px 0' }}>
            {upload.isPending ? w('正在上传…', 'Uploading…') : w('把名册拖到这里，或点击选择文件', 'Drop the roster here, or click to choose')}
          </p>
          <p className="quiet" style={{ margin: 0 }}>
            {w('支持 .xlsx、.xls、.csv（UTF-8 或 GBK），100 MB 以内，不限行数', '.xlsx, .xls, .csv (UTF-8 or GBK), up to 100 MB, any number of rows')}
          </p>
        </Upload.Dragger>
        {upload.isError && (
          <p role="alert" style={{ color: 'var(--red)' }}>
            {wordsOf(upload.error)}
          </p>
        )}
        <p style={{ margin: '12px 0 0' }}>
          <Button type="link" style={{ padding: 0 }} loading={template.isPending} onClick={() => template.mutate()}>
            {w('下载空白模板', 'Empty template')}
          </Button>{' '}
          <span className="quiet">
            {w(
              '市级名册、企业自己的表都可以直接用，列名下一步再对应。',
              'Municipal sheets and employers’ own tables work as they are; columns are matched in the next step.',
            )}
          </span>
        </p>
      </div>
    </section>
  )
}
