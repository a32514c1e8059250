import type { Report } from '@gongyou/contract/reports/shapes.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { ask, asking } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { language } from '../../kit/language.ts'
import { Sheet } from '../../kit/Sheet.tsx'
import { w } from '../../kit/text.ts'
import { instant } from '../../kit/times.ts'

const changed = (d: { was: number; now: number | null; added: number; removed: number }) =>
  w(
    `${d.was.toLocaleString()} → ${d.now?.toLocaleString() ?? '—'}，补录 ${d.added} 条，撤销 ${d.removed} 条`,
    `${d.was.toLocaleString()} → ${d.now?.toLocaleString() ?? '—'}; ${d.added} records late, ${d.removed} reversed`,
  )

/** After the report was frozen: what is on record as corrected, and what would be different now. */
export const ReportErrata = ({ report, onDone }: { report: Report; onDone: (next: Report) => void }) => {
  const now = useQuery({ ...asking('listReportDifferences', { params: { id: report.id } }), enabled: report.frozenAt !== null })
  const [noting, setNoting] = useState(false)
  const noted = new Map(report.corrections.map((c) => [c.code, c.now]))
  const open = (now.data?.rows ?? []).filter((d) => !noted.has(d.code) || noted.get(d.code) !== d.now)
  if (report.frozenAt === null) return null
  return (
    <Sheet
      title={w('勘误', 'Corrections')}
      head={
        report.may.correct &&
        open.length > 0 && (
          <Button size="small" onClick={() => setNoting(true)}>
            {w('列入勘误', 'Put on record')}
          </Button>
        )
      }
    >
      {report.corrections.map((c) => (
        <p key={`${c.code}${c.notedAt}`} style={{ margin: '0 0 8px' }}>
          <a className="report-number" href={`#${c.code}`}>
            {c.code} {c.text}
          </a>{' '}
          {changed(c)}
          <span className="quiet small" style={{ display: 'block' }}>
            {c.because} · {instant(c.notedAt)} {c.notedBy}
          </span>
        </p>
      ))}
      {open.length > 0 ? (
        <>
          <p className="quiet" style={{ margin: '0 0 4px' }}>
            {w('定稿以后又变了，尚未列入：', 'Changed since it was frozen, not on record yet:')}
          </p>
          {open.map((d) => (
            <p key={d.code} style={{ margin: '0 0 4px' }}>
              {d.code} {d.name[language()]}：{changed(d)}
            </p>
          ))}
        </>
      ) : (
        <p className="quiet" style={{ margin: 0 }}>
          {now.isPending
            ? w('正在与现在的记录比对…', 'Comparing with the records of now …')
            : report.corrections.length > 0
              ? w('此外没有变化。', 'Nothing else has changed.')
              : w('定稿后的数字没有变化。', 'No number has changed since it was frozen.')}
        </p>
      )}
      {noting && (
        <FormModal<{ because: string }, Report>
          title={w('列入勘误', 'Put corrections on record')}
          ok={w('列入', 'Put on record')}
          says={w(
            '报告原文不改，勘误附在后面，随 Word 和附表一起给出。',
            'The text stays as it was approved; the corrections follow it, in the files too.',
          )}
          save={(f) => ask('correctReport', { params: { id: report.id }, body: f })}
          onClose={() => setNoting(false)}
          onDone={(next) => {
            setNoting(false)
            onDone(next)
          }}
        >
          <Form.Item name="because" label={w('原因', 'Reason')} rules={[{ required: true, min: 2, message: w('请写明原因', 'Please say why') }]}>
            <Input.TextArea
              maxLength={300}
              autoSize={{ minRows: 2 }}
              placeholder={w('如：某镇街补报四季度会员', 'A town handed in members of the last quarter late')}
            />
          </Form.Item>
        </FormModal>
      )}
    </Sheet>
  )
}
