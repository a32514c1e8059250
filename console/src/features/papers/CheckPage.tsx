import type { PaperFinding } from '@gongyou/contract/papers/shapes.ts'
import { useMutation } from '@tanstack/react-query'
import { Spin, Upload } from 'antd'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { language } from '../../kit/language.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import './paper.css'

const Finding = ({ f }: { f: PaperFinding }) => (
  <li>
    <b style={{ color: f.weight === 'must' ? 'var(--red)' : 'var(--soon)' }}>{f.weight === 'must' ? w('应改', 'Must') : w('建议', 'Should')}</b>
    <div>
      <div>{f.says[language()]}</div>
      <div className="quiet">{f.advice[language()]}</div>
      {f.place && (
        <div className="quiet small">
          {w(`第 ${f.place.paragraph} 段`, `Paragraph ${f.place.paragraph}`)} “{f.place.words}”
        </div>
      )}
    </div>
  </li>
)

/** Drop a paper, see what is off by GB/T 9704-2012 and what to do about it. Nothing is kept. */
export const CheckPage = () => {
  const check = useMutation({ mutationFn: (file: File) => ask('checkPaper', { file }) })
  const take = (file: File) => {
    check.mutate(file)
    return false
  }
  const found = check.data
  return (
    <>
      <div className="page-head">
        <h1>{w('公文格式检查', 'Check the layout of a paper')}</h1>
      </div>
      <Spin spinning={check.isPending} description={w('正在逐段检查…', 'Reading paragraph by paragraph…')}>
        <Upload.Dragger accept=".docx" showUploadList={false} beforeUpload={take} style={{ background: 'var(--surface)' }}>
          <p style={{ margin: '0 0 4px' }}>{w('把 .docx 公文拖到这里，或点这里选择文件', 'Drop a .docx paper here, or click to choose one')}</p>
          <p className="quiet small" style={{ margin: 0 }}>
            {w(
              '按《党政机关公文格式》（GB/T 9704-2012）检查纸张、边距、字体字号、行距、文号、标题、层次、日期、附件说明、页码和印章位置。文件不保存。',
              'Checked by GB/T 9704-2012: paper, margins, fonts, lines, number, title, levels, date, enclosures, page numbers, place for the seal. The file is not kept.',
            )}
          </p>
        </Upload.Dragger>
      </Spin>
      {check.isError && (
        <p role="alert" style={{ color: 'var(--red)' }}>
          {wordsOf(check.error)}
        </p>
      )}
      {found && !check.isPending && (
        <div style={{ marginTop: 16 }} aria-live="polite">
          <Sheet
            title={
              found.findings.length > 0
                ? w(`“${found.name}”有 ${found.findings.length} 处要看`, `${found.findings.length} things to look at in “${found.name}”`)
                : w(`“${found.name}”没有发现问题`, `Nothing is off in “${found.name}”`)
            }
          >
            {found.findings.length > 0 ? (
              <ul className="paper-findings">
                {found.findings.map((f) => (
                  <Finding key={f.rule} f={f} />
                ))}
              </ul>
            ) : (
              <p className="quiet" style={{ margin: 0 }}>
                {w(`检查了 ${found.paragraphs} 段，版式符合规定。`, `${found.paragraphs} paragraphs were read; the layout is as the standard asks.`)}
              </p>
            )}
          </Sheet>
        </div>
      )}
    </>
  )
}
