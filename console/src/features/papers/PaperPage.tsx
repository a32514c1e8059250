import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure, wordsOf } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'
import { EditPaper } from './EditPaper.tsx'
import { IssuePaper } from './IssuePaper.tsx'
import { PaperSheet } from './PaperSheet.tsx'
import { PaperSide } from './PaperSide.tsx'
import { WithdrawPaper } from './WithdrawPaper.tsx'

/** One paper: as it looks at the left, where it stands and what can be done at the right. */
export const PaperPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const queries = useQueryClient()
  const go = useNavigate()
  const { message, modal } = App.useApp()
  const [act, setAct] = useState<'edit' | 'issue' | 'withdraw' | null>(null)
  const one = useQuery(asking('getPaper', { params: { id } }))
  const done = (says: string) => {
    setAct(null)
    message.success(says)
    void queries.invalidateQueries({ queryKey: ['getPaper'] })
    void queries.invalidateQueries({ queryKey: ['listPapers'] })
  }
  const discard = useMutation({
    mutationFn: (version: number) => ask('discardPaper', { params: { id }, body: { version } }),
    onSuccess: () => {
      message.success(w('草稿已删除', 'The draft is gone'))
      void queries.invalidateQueries({ queryKey: ['listPapers'] })
      void go({ to: '/papers' })
    },
    onError: (e) => message.error(wordsOf(e)),
  })
  if (one.isError) return <Failure error={one.error} onRetry={() => one.refetch()} />
  if (!one.data) return <Skeleton active />
  const paper = one.data
  const askDiscard = () =>
    modal.confirm({
      title: w(`删除草稿“${paper.title || '无标题'}”？`, `Discard the draft “${paper.title || 'no title'}”?`),
      content: w('草稿没有文号，删除后登记簿里不留空号。', 'A draft has no number, so nothing will be missing from the register.'),
      okText: w('删除', 'Discard'),
      onOk: () => discard.mutateAsync(paper.version),
    })
  return (
    <>
      <div className="page-head">
        <Link to="/papers" className="quiet">
          {w('发文登记簿', 'Register of papers')}
        </Link>
        <span className="quiet">/</span>
        <h1>{paper.title || w('无标题', 'No title')}</h1>
        <span className="spring" />
        {paper.may.edit && act !== 'edit' && <Button onClick={() => setAct('edit')}>{w('修改', 'Edit')}</Button>}
      </div>
      {act === 'edit' ? (
        <EditPaper paper={paper} onClose={() => setAct(null)} onDone={() => done(w('已保存', 'Saved'))} />
      ) : (
        <div className="columns side-first">
          <div className="paper-alone" style={{ width: '100%' }}>
            <PaperSheet
              kind={paper.kind}
              number={paper.shownNumber}
              issuedOn={paper.issuedOn}
              content={paper.content}
              withdrawn={paper.state === 'withdrawn'}
            />
          </div>
          <PaperSide paper={paper} onIssue={() => setAct('issue')} onWithdraw={() => setAct('withdraw')} onDiscard={askDiscard} onDone={done} />
        </div>
      )}
      {act === 'issue' && (
        <IssuePaper paper={paper} onClose={() => setAct(null)} onDone={(number) => done(w(`已签发：${number}`, `Issued as ${number}`))} />
      )}
      {act === 'withdraw' && (
        <WithdrawPaper
          paper={paper}
          onClose={() => setAct(null)}
          onDone={() => done(w('已作废，文号保留', 'Withdrawn; the number stays in the register'))}
        />
      )}
    </>
  )
}
