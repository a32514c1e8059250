import type { ReplyOf } from '@gongyou/contract/kit/route.ts'
import type { Routes } from '@gongyou/contract/routes.ts'
import { readScore, shownScore } from '@gongyou/contract/skills/scoring.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Table } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { Failure } from '../../kit/Failure.tsx'
import { FormModal } from '../../kit/FormModal.tsx'
import { useMay } from '../../kit/me.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { minutes, score } from './words.ts'

type Result = ReplyOf<Routes['getRoundResult']>
type Row = Result['rows'][number]
type Sheeted = Row['sheets'][number]

const isWord = (is: Row['is']) => ({ scored: '', out: w('取消成绩', 'ruled out'), absent: w('缺席', 'absent') })[is]

/** A sheet put right by the arbitration group: the whole sheet, with the reason. */
const Correct = ({
  result,
  row,
  sheet,
  onClose,
  onDone,
}: {
  result: Result
  row: Row
  sheet: Sheeted | null
  onClose: () => void
  onDone: () => void
}) => {
  const { scheme, id } = result.round
  const save = (f: Record<string, string>) => {
    const because = f.because!
    if (!sheet) return ask('correctSheet', { params: { id }, body: { entrant: row.entrant.id, score: readScore(f.score ?? '') ?? -1, because } })
    const items = Object.fromEntries(scheme.items.map((i) => [i.code, readScore(f[i.code] ?? '') ?? -1]))
    const penalties = Object.fromEntries(scheme.penalties.map((p) => [p.code, Number(f[p.code] || 0)]))
    return ask('correctSheet', { params: { id }, body: { entrant: row.entrant.id, judge: sheet.judge.id, marks: { items, penalties }, because } })
  }
  const initial = sheet
    ? {
        ...Object.fromEntries(scheme.items.map((i) => [i.code, shownScore(sheet.marks.items[i.code] ?? 0)])),
        ...Object.fromEntries(scheme.penalties.map((p) => [p.code, String(sheet.marks.penalties[p.code] ?? 0)])),
      }
    : { score: score(row.score) }
  return (
    <FormModal<Record<string, string>>
      title={w(`仲裁更正 · ${row.entrant.name}${sheet ? ` · ${sheet.judge.name}的评分表` : ''}`, `Correction · ${row.entrant.name}`)}
      ok={w('更正', 'Correct')}
      says={w('原评分表保留，更正记录在案。', 'The sheet as it was handed in stays beside the correction.')}
      initial={initial}
      save={save}
      onClose={onClose}
      onDone={onDone}
    >
      {sheet ? (
        <div className="contest-pair">
          {scheme.items.map((i) => (
            <Form.Item key={i.code} name={i.code} label={w(`${i.name}（满分 ${i.full / 100}）`, `${i.name} (of ${i.full / 100})`)}>
              <Input inputMode="decimal" />
            </Form.Item>
          ))}
          {scheme.penalties.map((p) => (
            <Form.Item key={p.code} name={p.code} label={w(`${p.name}（次数）`, `${p.name} (times)`)}>
              <Input inputMode="numeric" />
            </Form.Item>
          ))}
        </div>
      ) : (
        <Form.Item name="score" label={w('成绩', 'Score')}>
          <Input inputMode="decimal" />
        </Form.Item>
      )}
      <Form.Item name="because" label={w('理由', 'Reason')} rules={[{ required: true, min: 4, message: w('请写明理由（至少 4 个字）', 'Say why') }]}>
        <Input.TextArea rows={2} maxLength={400} />
      </Form.Item>
    </FormModal>
  )
}

/** What the sheets said, judge by judge; what did not count is struck out. */
export const RoundResult = ({ id, again }: { id: string; again: () => void }) => {
  const may = useMay()
  const result = useQuery(asking('getRoundResult', { params: { id } }))
  const [correcting, setCorrecting] = useState<{ row: Row; sheet: Sheeted | null } | null>(null)
  if (result.isError) return <Failure error={result.error} />
  if (!result.data) return null
  const { round, rows } = result.data
  const judges = [...new Map(rows.flatMap((r) => r.sheets.map((s) => [s.judge.id, s.judge.name]))).entries()]
  const arbitrates = may('skills.arbitrate')
  return (
    <Sheet title={w('本轮成绩', 'Result of the round')}>
      <div className="contest-box" tabIndex={0} role="region" aria-label={w('本轮成绩', 'Result of the round')}>
        <Table<Row>
          size="small"
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          rowKey={(r) => r.entrant.id}
          dataSource={rows.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1))}
          columns={[
            { title: w('编号', 'Number'), width: 70, dataIndex: 'blind' },
            { title: w('参赛者', 'Entrant'), className: 'whole', width: 120, render: (_, r) => r.entrant.name },
            { title: w('单位', 'Unit'), className: 'unit-cell', render: (_, r) => r.unit },
            ...judges.map(([judge, name]) => ({
              title: name,
              width: 96,
              align: 'right' as const,
              render: (_: unknown, r: Row) => {
                const sheet = r.sheets.find((s) => s.judge.id === judge)
                if (!sheet) return '—'
                const text = (
                  <span
                    className={sheet.dropped ? 'mark-dropped' : ''}
                    title={sheet.corrected ? w(`仲裁更正：${sheet.corrected}`, `corrected: ${sheet.corrected}`) : ''}
                  >
                    {score(sheet.total)}
                    {sheet.corrected ? '*' : ''}
                  </span>
                )
                return arbitrates ? (
                  <Button type="link" size="small" onClick={() => setCorrecting({ row: r, sheet })}>
                    {text}
                  </Button>
                ) : (
                  text
                )
              },
            })),
            { title: w('用时', 'Time'), width: 90, align: 'right', render: (_, r) => minutes(r.seconds) },
            {
              title: w('得分', 'Score'),
              width: 100,
              align: 'right',
              render: (_, r) =>
                r.is !== 'scored' ? (
                  isWord(r.is)
                ) : arbitrates && !round.judged ? (
                  <Button type="link" size="small" onClick={() => setCorrecting({ row: r, sheet: null })}>
                    {score(r.score, round.scheme.decimals)}
                  </Button>
                ) : (
                  <b>{score(r.score, round.scheme.decimals)}</b>
                ),
            },
          ]}
        />
      </div>
      {judges.length > 0 && (
        <p className="quiet small" style={{ margin: '8px 0 0' }}>
          {w(
            '划去的是按办法去掉的最高分、最低分；* 为仲裁更正。',
            'Struck out: the highest and lowest that do not count; *: corrected by arbitration.',
          )}
        </p>
      )}
      {correcting && (
        <Correct
          result={result.data}
          {...correcting}
          onClose={() => setCorrecting(null)}
          onDone={() => {
            setCorrecting(null)
            again()
          }}
        />
      )}
    </Sheet>
  )
}
