import { useQuery } from '@tanstack/react-query'
import { Form, Radio, Skeleton } from 'antd'
import { ask, asking } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { say } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'

/** Opens the last whole period of a form. */
export const OpenRound = ({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) => {
  const forms = useQuery({ ...asking('listReturnForms', {}), staleTime: 0 })
  return (
    <FormModal<{ form: string }, { id: string }>
      title={w('布置一期报表', 'Open a period')}
      ok={w('布置', 'Open')}
      says={w(
        '每个应报单位得到一张已按台账填好的报表和一个期限，只需核对确认。',
        'Every unit gets a sheet filled from its own records, and a day; it looks at it and confirms.',
      )}
      save={(f) => ask('openReturnRound', { body: { form: f.form } })}
      onClose={onClose}
      onDone={(made) => onDone(made.id)}
    >
      {forms.data ? (
        <Form.Item name="form" label={w('报表', 'Form')} rules={[{ required: true, message: w('请选择', 'Choose') }]}>
          <Radio.Group style={{ display: 'grid', gap: 8 }}>
            {forms.data.forms.map((f) => (
              <Radio key={f.code} value={f.code} disabled={f.open}>
                {say(f.title)} · {say(f.next)}
                {f.open && <span className="quiet"> {w('（已布置）', '(open already)')}</span>}
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
      ) : (
        <Skeleton active />
      )}
    </FormModal>
  )
}
