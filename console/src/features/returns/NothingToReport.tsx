import type { ReturnSheet } from '@gongyou/contract/returns/routes.ts'
import { Form, Input } from 'antd'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { sayAnswer } from './QuestionCells.tsx'
import type { SheetFilling } from './use-filling.ts'

type Props = { sheet: ReturnSheet; filling: SheetFilling; onClose: () => void; onDone: (next: ReturnSheet) => void }

const Listed = ({ rows }: { rows: readonly { key: string; name: string; says: string }[] }) => (
  <ul className="return-recorded">
    {rows.map((r) => (
      <li key={r.key}>
        <span>{r.name}</span>
        <b>{r.says}</b>
      </li>
    ))}
  </ul>
)

/** The records, or what was just typed, say that something happened: whoever still has nothing to report sees it first. */
export const NothingToReport = ({ sheet, filling, onClose, onDone }: Props) => {
  const { recorded, dropped } = filling
  return (
    <FormModal<{ because?: string }, ReturnSheet>
      title={
        recorded.length > 0
          ? w('系统里本期有记录，仍要零报？', 'There are records; still nothing to report?')
          : w('已经填了内容，仍要零报？', 'Something is filled in; still nothing to report?')
      }
      ok={w('零报', 'Nothing to report')}
      danger
      save={(f) => ask('handInReturn', { params: { id: sheet.id }, body: filling.nilBody((f.because ?? '').trim()) })}
      onClose={onClose}
      onDone={onDone}
    >
      {recorded.length > 0 && (
        <>
          <p className="quiet">
            {w('台账里有下面这些记录，零报后会一直显示与系统数不同。', 'The records say the following; the difference stays to be seen.')}
          </p>
          <Listed
            rows={recorded.map((l) => ({
              key: l.code,
              name: `${l.number} ${say(l.label)}`,
              says: `${(l.counted ?? 0).toLocaleString()} ${say(l.unitName)}`,
            }))}
          />
        </>
      )}
      {dropped.length > 0 && (
        <>
          <p className="quiet">{w('下面这些已填的内容不会上报。', 'The following is filled in and will not be reported.')}</p>
          <Listed
            rows={dropped.map((q) => ({ key: q.code, name: `${q.number} ${say(q.field.label)}`, says: sayAnswer(q, filling.answers[q.code]) }))}
          />
        </>
      )}
      {recorded.length > 0 && (
        <Form.Item
          name="because"
          label={w('为什么零报', 'Why there is nothing to report')}
          rules={[{ required: true, min: 2, message: w('请写明原因', 'Give the reason') }]}
        >
          <Input.TextArea rows={2} maxLength={300} />
        </Form.Item>
      )}
    </FormModal>
  )
}
