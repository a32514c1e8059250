import { Form, InputNumber } from 'antd'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'
import type { ClassView } from './ClassPage.tsx'

/** Who will complete it as things stand: the same sum the server does. */
const completing = (c: ClassView) =>
  c.people.filter(
    (t) =>
      t.present.length > 0 && t.present.length * 100 >= c.mustAttend * c.halfDays.length && (c.passMark === null || (t.score ?? -1) >= c.passMark),
  ).length

/** 结班: settled, counted, certificates; afterwards nothing changes any more. */
export const FinishClass = ({ c, onClose, onDone }: { c: ClassView; onClose: () => void; onDone: () => void }) => {
  const unmarked = c.halfDays.filter((h) => h.present === 0).length
  const untested = c.passMark === null ? 0 : c.people.filter((t) => t.score === null).length
  return (
    <FormModal<{ cost: number }>
      title={w('结班', 'Finish the class')}
      ok={w('结班并发证书', 'Finish, and issue certificates')}
      says={
        <>
          {w(
            `按现在的出勤和成绩，${c.people.length} 名学员中 ${completing(c)} 人结业、发证书。结班后出勤和成绩不能再改。`,
            `As it stands ${completing(c)} of ${c.people.length} complete it and get a certificate. Nothing can be changed afterwards.`,
          )}
          {unmarked > 0 && (
            <span style={{ color: 'var(--soon)' }}>{w(`还有 ${unmarked} 个半天没有人到。`, ` ${unmarked} half days have nobody.`)}</span>
          )}
          {untested > 0 && <span style={{ color: 'var(--soon)' }}>{w(`还有 ${untested} 人没有成绩。`, ` ${untested} have no result.`)}</span>}
        </>
      }
      initial={{ cost: c.costCents / 100 }}
      save={(f) => ask('finishClass', { params: { id: c.id }, body: { version: c.version, costCents: Math.round(f.cost * 100) } })}
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item
        name="cost"
        label={w('本期支出（元），用来算人均', 'Cost in yuan, for the cost per head')}
        rules={[{ required: true, message: w('请填写，没有填 0', 'Fill in; 0 if none') }]}
      >
        <InputNumber min={0} max={100_000_000} precision={2} style={{ width: '100%' }} />
      </Form.Item>
    </FormModal>
  )
}
