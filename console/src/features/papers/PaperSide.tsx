import type { Paper } from '@gongyou/contract/papers/shapes.ts'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Upload } from 'antd'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { saveFile } from '../../kit/save-file.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import { kindName, paperActName, stateColour, stateName } from './words.ts'

type Acts = { paper: Paper; onIssue: () => void; onWithdraw: () => void; onDiscard: () => void; onDone: (says: string) => void }

const Downloads = ({ paper }: { paper: Paper }) => {
  const { message } = App.useApp()
  const name = `${paper.number ? `${paper.number} ` : ''}${paper.title}`
  const fetching = useMutation({
    mutationFn: async (form: 'docx' | 'scan') =>
      form === 'docx'
        ? saveFile(await ask('downloadPaperDocx', { params: { id: paper.id } }), `${name}.docx`)
        : saveFile(await ask('downloadPaperScan', { params: { id: paper.id } }), `${name} ${w('盖章扫描件', 'sealed scan')}`),
    onError: (e) => message.error(wordsOf(e)),
  })
  return (
    <>
      <Button block loading={fetching.isPending && fetching.variables === 'docx'} onClick={() => fetching.mutate('docx')}>
        {w('下载 Word', 'Download Word')}
      </Button>
      <Button block href={`/api/papers/${paper.id}/pdf`} target="_blank">
        {w('打开 PDF', 'Open PDF')}
      </Button>
      {paper.scannedAt && (
        <Button block loading={fetching.isPending && fetching.variables === 'scan'} onClick={() => fetching.mutate('scan')}>
          {w('下载盖章扫描件', 'Download the sealed scan')}
        </Button>
      )}
    </>
  )
}

const ScanUpload = ({ paper, onDone }: Pick<Acts, 'paper' | 'onDone'>) => {
  const { message } = App.useApp()
  const send = useMutation({
    mutationFn: (file: File) => ask('sealPaper', { params: { id: paper.id }, file }),
    onSuccess: () => onDone(w('盖章扫描件已归档', 'The sealed scan is filed')),
    onError: (e) => message.error(wordsOf(e)),
  })
  const take = (file: File) => {
    send.mutate(file)
    return false
  }
  return (
    <Upload accept=".pdf,.jpg,.jpeg,.png" showUploadList={false} beforeUpload={take} style={{ display: 'block' }}>
      <Button block type={paper.scannedAt ? 'default' : 'primary'} loading={send.isPending}>
        {paper.scannedAt ? w('更换盖章扫描件', 'Replace the sealed scan') : w('上传盖章扫描件', 'Hand in the sealed scan')}
      </Button>
    </Upload>
  )
}

const About = ({ paper }: { paper: Paper }) => (
  <dl className="pairs">
    <dt>{w('状态', 'State')}</dt>
    <dd style={{ color: stateColour(paper.state) }}>{stateName(paper.state)}</dd>
    <dt>{w('文号', 'Number')}</dt>
    <dd>{paper.number ?? <span className="quiet">{w('签发时编号', 'Given when issued')}</span>}</dd>
    <dt>{w('文种', 'Kind')}</dt>
    <dd>{kindName(paper.kind)}</dd>
    <dt>{w('发文机关', 'Issued by')}</dt>
    <dd>{paper.org.name}</dd>
    <dt>{w('拟稿', 'Drafted by')}</dt>
    <dd>{paper.drafter ?? '—'}</dd>
    <dt>{w('签发', 'Signed by')}</dt>
    <dd>{paper.issuer ?? '—'}</dd>
    {paper.template && (
      <>
        <dt>{w('模板', 'Template')}</dt>
        <dd>
          <Link to={'/paper-templates/$code' as string} params={{ code: paper.template.code } as never}>
            {paper.template.name}
          </Link>
          <span className="quiet">
            {' '}
            {paper.template.revision === 0 ? w('原始版本', 'original') : w(`第 ${paper.template.revision} 版`, `revision ${paper.template.revision}`)}
          </span>
        </dd>
      </>
    )}
  </dl>
)

/** Where a paper stands, what is missing, what can be done, what was done. */
export const PaperSide = ({ paper, onIssue, onWithdraw, onDiscard, onDone }: Acts) => (
  <div className="paper-side">
    <Sheet title={w('办理', 'Where it stands')}>
      <About paper={paper} />
      {paper.gaps.length > 0 && (
        <p style={{ color: 'var(--soon)', margin: '12px 0 0' }}>
          {w(`签发前要补齐：${paper.gaps.join('、')}`, `To be filled in before it is issued: ${paper.gaps.join(', ')}`)}
        </p>
      )}
      {paper.withdrawn && (
        <p style={{ color: 'var(--red)', margin: '12px 0 0' }}>
          {w(
            `${instant(paper.withdrawn.at)} 由${paper.withdrawn.by ?? '系统'}作废：`,
            `Withdrawn ${instant(paper.withdrawn.at)}, ${paper.withdrawn.by ?? 'system'}: `,
          )}
          {paper.withdrawn.because}
        </p>
      )}
      <div style={{ display: 'grid', gap: 8, marginTop: 16 }}>
        {paper.may.issue && (
          <Button type="primary" block disabled={paper.gaps.length > 0} onClick={onIssue}>
            {w('签发', 'Issue')}
          </Button>
        )}
        {paper.may.seal && <ScanUpload paper={paper} onDone={onDone} />}
        <Downloads paper={paper} />
        {paper.may.edit && (
          <Button type="text" block onClick={onDiscard}>
            {w('删除草稿', 'Discard the draft')}
          </Button>
        )}
        {paper.may.withdraw && (
          <Button type="text" block onClick={onWithdraw}>
            {w('作废', 'Withdraw')}
          </Button>
        )}
      </div>
    </Sheet>
    <Sheet title={w('经过', 'History')}>
      {paper.history.map((h, i) => (
        <div key={i} style={{ display: 'flex', gap: 12 }}>
          <span className="quiet">{instant(h.at)}</span>
          <span style={{ flex: 1 }}>{paperActName(h.kind)}</span>
          <span>{h.actor ?? w('系统', 'System')}</span>
        </div>
      ))}
    </Sheet>
  </div>
)
