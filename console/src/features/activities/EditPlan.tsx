import type { ActivityView } from '@gongyou/contract/activities/shapes.ts'
import { Form, Input, InputNumber } from 'antd'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { FormFields } from '../../kit/form/FormFields.tsx'
import { useAnswers } from '../../kit/form/use-answers.ts'
import { w } from '../../kit/text.ts'

type Fields = { title: string; about: string; contact: string; programme: string; partyMost: number }

/** The plan in words, and what its kind asks for. */
export const EditPlan = ({ a, onClose, onDone }: { a: ActivityView; onClose: () => void; onDone: (next: ActivityView) => void }) => {
  const filling = useAnswers({ form: a.definition.form, start: a.answers })
  return (
    <FormModal<Fields, ActivityView>
      title={w('修改方案', 'Change the plan')}
      ok={w('保存', 'Save')}
      initial={{ title: a.title, about: a.about, contact: a.contact, programme: a.programme, partyMost: a.partyMost }}
      save={(f) => ask('changeActivity', { params: { id: a.id }, body: { version: a.version, ...f, answers: { ...filling.answers } } })}
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item name="title" label={w('名称', 'Title')} rules={[{ required: true, message: w('请起个名称', 'Give it a title') }]}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="about" label={w('介绍', 'About')}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <FormFields filling={filling} />
      <Form.Item name="contact" label={w('咨询电话或联系人', 'Whom to ask')}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="programme" label={w('所属品牌或项目', 'Programme')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="partyMost" label={w('每份报名最多带几人', 'Companions for each sign-up')}>
        <InputNumber min={0} max={30} />
      </Form.Item>
    </FormModal>
  )
}
