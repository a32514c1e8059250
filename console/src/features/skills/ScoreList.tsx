import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Popconfirm, Upload } from 'antd'
import { useState } from 'react'
import { ask } from '../../kit/api.ts'
import { wordsOf } from '../../kit/Failure.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'
import type { RoundView } from './RoundPage.tsx'

type Tried = ReplyOf<Routes['importPaperScores']> & { file: File }

const Found = ({ tried, entering, onEnter }: { tried: Tried; entering: boolean; onEnter: () => void }) =>
  tried.bad.length > 0 ? (
    <div role="alert" className="score-list">
      <b>
        {w(
          `${tried.rows} 行里有 ${tried.bad.length} 行要改，一行也没有录入：`,
          `${tried.bad.length} of ${tried.rows} rows are wrong; none was entered:`,
        )}
      </b>
      <ul>
        {tried.bad.map((b) => (
          <li key={`${b.row}${b.says}`}>{w(`第 ${b.row} 行：${b.says}`, `Row ${b.row}: ${b.says}`)}</li>
        ))}
      </ul>
      <p className="quiet">{w('改好表格后再选一次文件。', 'Correct the sheet and choose it again.')}</p>
    </div>
  ) : (
    <p role="status" className="contest-acts">
      {tried.rows === 0
        ? w('表头下面没有成绩，请核对文件。', 'There are no scores beneath the header.')
        : w(
            `“${tried.file.name}” ${tried.rows} 行都可以录入${tried.replaces > 0 ? `，其中 ${tried.replaces} 个号码已有成绩，将被替换` : ''}。`,
            `All ${tried.rows} rows of “${tried.file.name}” can be entered${tried.replaces > 0 ? `; ${tried.replaces} replace an earlier score` : ''}.`,
          )}
      {tried.rows > 0 && (
        <Button size="small" type="primary" loading={entering} onClick={onEnter}>
          {w(`录入 ${tried.rows} 个成绩`, `Enter ${tried.rows}`)}
        </Button>
      )}
    </p>
  )

/** A list of scores is tried first and entered when all of it can stand; what was entered last can be taken back. */
export const ScoreList = ({ view, onDone }: { view: RoundView; onDone: () => void }) => {
  const { message } = App.useApp()
  const [tried, setTried] = useState<Tried>()
  const params = { id: view.round.id }
  const attempt = useMutation({
    mutationFn: async (file: File) => ({ ...(await ask('importPaperScores', { params, query: { dry: 'true' }, file })), file }),
    onSuccess: setTried,
  })
  const enter = useMutation({
    mutationFn: async ({ file }: Tried) => ({ ...(await ask('importPaperScores', { params, query: { dry: 'false' }, file })), file }),
    onSuccess: (result) => {
      if (result.bad.length > 0) return setTried(result)
      message.success(w(`已录入 ${result.entered} 个成绩；开封前可以撤销`, `${result.entered} entered; can be undone before the opening`))
      onDone()
    },
  })
  const undo = useMutation({
    mutationFn: (batch: string) => ask('undoPaperScores', { params, body: { batch } }),
    onSuccess: ({ undone }) => {
      message.success(w(`已撤销 ${undone} 个成绩`, `${undone} taken back`))
      onDone()
    },
  })
  const error = attempt.error ?? enter.error ?? undo.error
  const last = view.newestBatch
  return (
    <>
      <p className="quiet contest-acts">
        <span style={{ flex: 1 }}>
          {w(
            `满分 ${view.round.scheme.items[0]!.full / 100}。成绩录入后在开封前不显示。`,
            `Full marks ${view.round.scheme.items[0]!.full / 100}. Nothing is shown before the opening.`,
          )}
        </span>
        <Upload
          accept=".xlsx,.xls,.csv"
          showUploadList={false}
          beforeUpload={(file) => {
            setTried(undefined)
            attempt.mutate(file)
            return false
          }}
        >
          <Button loading={attempt.isPending}>{w('从表格导入', 'From a spreadsheet')}</Button>
        </Upload>
      </p>
      {last && !tried && (
        <p className="quiet contest-acts">
          {w(`上次录入：${instant(last.at)}，${last.papers} 个`, `Entered last: ${last.papers}, ${instant(last.at)}`)}
          <Popconfirm
            title={w('撤销后恢复录入前的成绩', 'What stood before stands again')}
            okText={w('撤销', 'Undo')}
            onConfirm={() => undo.mutate(last.id)}
          >
            <Button size="small" loading={undo.isPending}>
              {w('撤销这次录入', 'Take it back')}
            </Button>
          </Popconfirm>
        </p>
      )}
      {tried && <Found tried={tried} entering={enter.isPending} onEnter={() => enter.mutate(tried)} />}
      {error && (
        <p role="alert" style={{ color: 'var(--red)', margin: '8px 0' }}>
          {wordsOf(error)}
        </p>
      )}
    </>
  )
}
