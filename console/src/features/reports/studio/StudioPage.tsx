import { chineseNumber } from '@gongyou/contract/reports/ordinal.ts'
import type { Report, ReportCheck, SaidToken } from '@gongyou/contract/reports/shapes.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useBlocker, useNavigate, useParams } from '@tanstack/react-router'
import { App, Button, Form, Input, Skeleton } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { ask, asking } from '../../../kit/api.ts'
import { Failure, wordsOf } from '../../../kit/Failure.tsx'
import { FormModal } from '../../../kit/FormModal.tsx'
import { language } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { ChecksPanel } from './ChecksPanel.tsx'
import { InsertToken } from './InsertToken.tsx'
import { attrsOf } from './convert.ts'
import { type ChosenTable, StudioEditor, type StudioHand } from './StudioEditor.tsx'
import { TableGrid } from './TableGrid.tsx'
import { NoteForm, TablePanel } from './TablePanel.tsx'
import { TokenPanel } from './TokenPanel.tsx'
import { useStudio } from './use-studio.ts'
import '../reports.css'

const Chapters = ({ titles, onGo, onAdd }: { titles: readonly string[]; onGo: (i: number) => void; onAdd: () => void }) => (
  <nav className="report-chapters" aria-label={w('章节', 'Chapters')}>
    {titles.map((title, i) => (
      <button key={i} type="button" onClick={() => onGo(i)}>
        <span className="quiet">{chineseNumber(i + 1)}、</span>
        {title || w('（无标题）', '(no title)')}
      </button>
    ))}
    <Button size="small" type="text" onClick={onAdd}>
      {w('加一章', 'Add a chapter')}
    </Button>
  </nav>
)

const Studio = ({ report }: { report: Report }) => {
  const go = useNavigate()
  const { modal, message } = App.useApp()
  const hand = useRef<StudioHand>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [open, setOpen] = useState<'insert' | 'mark' | 'grid' | 'new-grid' | 'note' | 'cell-note' | null>(null)
  const [chosenTable, setChosenTable] = useState<ChosenTable | null>(null)
  const s = useStudio(report, (code, text) => hand.current?.say(code, text))
  const said = chosen ? s.tokens.get(chosen) : undefined
  // Numbers of a table that was laid out just now: the editor draws it before React has heard of them.
  const laid = useRef<ReadonlyMap<string, string>>(new Map())
  const inTable = chosenTable !== null && said !== undefined && JSON.stringify(chosenTable.table.rows).includes(`"${said.code}"`)
  const unsaved = useRef(false)
  unsaved.current = s.changed
  const leaveAnyway = () =>
    new Promise<boolean>((answer) =>
      modal.confirm({
        title: w('改动还没有保存，要离开吗？', 'There are changes that are not saved. Leave?'),
        okText: w('不保存，离开', 'Leave without saving'),
        cancelText: w('留在这里', 'Stay'),
        onOk: () => answer(true),
        onCancel: () => answer(false),
      }),
    )
  useBlocker({ shouldBlockFn: async () => unsaved.current && !(await leaveAnyway()), enableBeforeUnload: () => unsaved.current })
  // A window that closes gives the focus to where it came from; whoever has put a number in goes on typing behind it.
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && open === null) setTimeout(() => hand.current?.focus(), 50)
    wasOpen.current = open !== null
  }, [open])
  const goTo = (c: ReportCheck) => {
    if (c.chapter !== null) hand.current?.goTo(c.chapter, c.block, c.token ? undefined : c.words)
    if (c.token) setChosen(c.token)
  }
  const put = (one: SaidToken) => {
    const code = s.add(one)
    hand.current?.insertToken(code, one.text)
    setOpen(null)
    setChosen(code)
  }
  const read = () => go({ to: '/reports/$id' as string, params: { id: report.id } as never })
  const discard = () =>
    modal.confirm({
      title: w(`删除草稿“${report.title}”？`, `Discard “${report.title}”?`),
      okText: w('删除', 'Discard'),
      onOk: () =>
        ask('discardReport', { params: { id: report.id }, body: { version: report.version } }).then(
          () => {
            unsaved.current = false
            return go({ to: '/reports' as string })
          },
          (e: unknown) => void message.error(wordsOf(e)),
        ),
    })
  return (
    <>
      <div className="page-head">
        <Link to={'/reports' as string} className="quiet">
          {w('报告', 'Reports')}
        </Link>
        <span className="quiet">/</span>
        <h1>{report.kindName[language()]}</h1>
        <span className="quiet small">{s.changed ? w('有改动，未保存', 'Not saved yet') : w('已保存', 'Saved')}</span>
        <span className="spring" />
        <Button type="text" onClick={discard}>
          {w('删除草稿', 'Discard')}
        </Button>
        <Button onClick={read} disabled={s.changed}>
          {w('阅读', 'Read')}
        </Button>
        <Button loading={s.save.isPending} disabled={!s.changed} onClick={() => s.save.mutate()}>
          {w('保存', 'Save')}
        </Button>
        <Button
          type="primary"
          loading={s.submit.isPending}
          disabled={s.checks.some((c) => c.weight === 'must')}
          onClick={() => s.submit.mutate(undefined, { onSuccess: read })}
        >
          {w('送审', 'Submit')}
        </Button>
      </div>
      {report.returnedBecause && (
        <p style={{ color: 'var(--soon)' }}>{w(`退回：${report.returnedBecause}`, `Returned: ${report.returnedBecause}`)}</p>
      )}
      <div className="report-studio">
        <Chapters
          titles={s.content.chapters.map((c) => c.title)}
          onGo={(i) => hand.current?.goTo(i, null)}
          onAdd={() => hand.current?.addChapter()}
        />
        <section className="sheet report-sheet">
          <div className="report-tools">
            <Button size="small" onClick={() => setOpen('insert')}>
              {w('插入数字', 'Insert a number')}
            </Button>
            <Button size="small" onClick={() => setOpen('new-grid')}>
              {w('插入表格', 'Insert a table')}
            </Button>
            <Button size="small" disabled={!words} onClick={() => setOpen('mark')}>
              {w('注明非系统数字', 'Mark as not from the system')}
            </Button>
            <span className="quiet small">
              {words ? `“${words.slice(0, 20)}”` : w('选中文中的数字，可以注明来源', 'Choose a number in the text to mark its source')}
            </span>
          </div>
          <Input.TextArea
            className="report-title"
            aria-label={w('标题', 'Title')}
            variant="borderless"
            autoSize
            maxLength={120}
            value={s.title}
            onChange={(e) => s.setTitle(e.target.value.replaceAll('\n', ''))}
          />
          <StudioEditor
            ref={hand}
            content={report.content}
            sayOf={(code) => s.tokens.get(code)?.text ?? laid.current.get(code) ?? ''}
            knows={() => new Set(s.tokens.keys())}
            onChange={s.setContent}
            onChoose={setChosen}
            onWords={setWords}
            onTable={setChosenTable}
            onSave={() => s.changed && s.save.mutate()}
          />
        </section>
        <aside className="report-aside" aria-label={w('核对与来源', 'Checks and sources')} tabIndex={0}>
          {said && (
            <TokenPanel
              said={said}
              busy={s.refresh.isPending}
              onChange={(token) => s.rewrite.mutate({ code: said.code, token })}
              {...(inTable ? { onNote: () => setOpen('cell-note') } : {})}
              onRefresh={() => s.refresh.mutate([said.code])}
              onTakeOut={() => {
                hand.current?.takeOut(said.code)
                setChosen(null)
              }}
            />
          )}
          {chosenTable && (
            <TablePanel
              table={chosenTable.table}
              onGrid={() => setOpen('grid')}
              onNote={() => setOpen('note')}
              onChange={(table) => hand.current?.putTable(table, chosenTable.at)}
            />
          )}
          <ChecksPanel
            checks={s.checks}
            checking={s.checking}
            onGo={goTo}
            mend={{
              onRefresh: (codes) => s.refresh.mutate(codes),
              onInsert: (c) => {
                goTo(c)
                setOpen('insert')
              },
              onMark: (c) => {
                goTo(c)
                setOpen('mark')
              },
            }}
          />
        </aside>
      </div>
      {open === 'insert' && <InsertToken report={report.id} onClose={() => setOpen(null)} onPick={put} />}
      {(open === 'grid' || open === 'new-grid') && (
        <TableGrid
          report={report.id}
          first={s.first}
          grid={open === 'grid' ? (chosenTable?.table.grid ?? null) : null}
          onClose={() => setOpen(null)}
          onDone={({ block, tokens }) => {
            s.addAll(tokens)
            laid.current = new Map(tokens.map((x) => [x.code, x.text]))
            hand.current?.putTable(attrsOf(block), open === 'grid' ? (chosenTable?.at ?? null) : null)
            setChosen(null)
            setOpen(null)
          }}
        />
      )}
      {(open === 'note' || open === 'cell-note') && chosenTable && (
        <NoteForm
          at={open === 'cell-note' && said ? { code: said.code, text: said.text } : null}
          onClose={() => setOpen(null)}
          onDone={(note) => {
            const { table, at } = chosenTable
            hand.current?.putTable({ ...table, notes: [...table.notes, note] }, at)
            setOpen(null)
          }}
        />
      )}
      {open === 'mark' && (
        <FormModal<{ source: string }>
          title={w(`“${words}”不是系统数字`, `“${words}” is not from the system`)}
          ok={w('注明', 'Mark')}
          says={w('来源会列在数字附表和 Word 的附件里。', 'The source is listed in the annexes.')}
          save={async (f) => f}
          onClose={() => setOpen(null)}
          onDone={(f) => {
            hand.current?.markOutside((f as { source: string }).source)
            setOpen(null)
          }}
        >
          <Form.Item
            name="source"
            label={w('来源', 'Source')}
            rules={[{ required: true, whitespace: true, message: w('请写明数字的来源', 'Please say where it comes from') }]}
          >
            <Input maxLength={200} placeholder={w('如：区统计局2025年公报', 'The yearbook of the bureau of statistics')} />
          </Form.Item>
        </FormModal>
      )}
    </>
  )
}

/** The studio: chapters at the left, the text in the middle, what is off and where a number comes from at the right. */
export const StudioPage = () => {
  const { id } = useParams({ strict: false }) as { id: string }
  const one = useQuery({ ...asking('getReport', { params: { id } }), refetchOnWindowFocus: false })
  if (one.isError) return <Failure error={one.error} onRetry={() => one.refetch()} />
  if (!one.data) return <Skeleton active />
  if (!one.data.may.edit) return <Navigate to={'/reports/$id' as string} params={{ id } as never} replace />
  return <Studio key={id} report={one.data} />
}
