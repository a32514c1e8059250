import { Form, Input } from 'antd'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'
import { PostFields } from './PostFields.tsx'

type Fields = { name: string; idNumber?: string; mobile?: string; login: string; post: never; org: string }
type Code = { login: string; code: string; until: string }

/** A new staff account: who, which post where; the person gets a one-time code instead of a default password. */
export const NewAccount = ({ onClose, onDone }: { onClose: () => void; onDone: (code: Code) => void }) => {
  const save = ({ name, idNumber, mobile, ...f }: Fields) =>
    ask('createStaffAccount', { body: { ...f, person: { name, ...(idNumber ? { idNumber } : {}), ...(mobile ? { mobile } : {}) } } })
  return (
    <FormModal<Fields, Code> title={w('新建工作账号', 'New staff account')} ok={w('新建', 'Create')} save={save} onClose={onClose} onDone={onDone}>
      <Form.Item name="name" label={w('姓名', 'Name')} rules={[{ required: true, message: w('请填写姓名', 'Give the name') }]}>
        <Input />
      </Form.Item>
      <Form.Item name="idNumber" label={w('证件号码（已是会员的，据此认出同一人）', 'ID number (recognises a member as the same person)')}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="mobile" label={w('手机', 'Phone')}>
        <Input inputMode="tel" />
      </Form.Item>
      <Form.Item
        name="login"
        label={w('登录名（小写字母和数字）', 'Login (lower-case letters and digits)')}
        rules={[
          {
            required: true,
            pattern: /^[a-z0-9._-]{2,40}$/,
            message: w('2 至 40 位小写字母、数字、点、横线', '2 to 40 lower-case letters, digits, dots, dashes'),
          },
        ]}
      >
        <Input autoComplete="off" autoCapitalize="none" />
      </Form.Item>
      <PostFields />
    </FormModal>
  )
}
