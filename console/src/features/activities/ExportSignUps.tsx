import type { ActivityView } from '@gongyou/contract/activities/shapes.ts'
import { App, Form, Input, Radio } from 'antd'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { useMay } from '../../kit/me.ts'
import { saveFile } from '../../kit/save-file.ts'
import { w } from '../../kit/text.ts'

type Fields = { numbers: 'masked' | 'full'; purpose?: string }

/** Takes out who has signed up with every answer; whoever wants what is masked says what for. */
export const ExportSignUps = ({ a, asked, onClose }: { a: ActivityView; asked: { pool?: string; state?: string }; onClose: () => void }) => {
  const may = useMay()
  const { message } = App.useApp()
  return (
    <FormModal<Fields, void>
      title={w('导出报名名单', 'Export the sign-ups')}
      ok={w('导出', 'Export')}
      says={w('按当前筛选导出，含每个人所填的内容；导出会留痕。', 'As filtered now, with every answer; it is recorded.')}
      initial={{ numbers: 'masked' }}
      save={async (f) =>
        saveFile(
          await ask('exportSignUps', { params: { id: a.id }, query: { ...asked, ...f } as never }),
          w(`${a.title}-报名.xlsx`, `${a.title}-sign-ups.xlsx`),
        )
      }
      onClose={onClose}
      onDone={() => {
        message.success(w('已导出', 'Exported'))
        onClose()
      }}
    >
      <Form.Item name="numbers" label={w('手机和敏感内容', 'Phones and sealed content')}>
        <Radio.Group
          options={[
            { value: 'masked', label: w('掩码，不含敏感内容', 'Masked, without what is sealed') },
            { value: 'full', label: w('完整', 'Full'), disabled: !may('people.unmask') },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['numbers']}>
        {({ getFieldValue }) =>
          getFieldValue('numbers') === 'full' && (
            <Form.Item name="purpose" label={w('用途', 'Purpose')} rules={[{ required: true, min: 2, message: w('请写明用途', 'Say what for') }]}>
              <Input maxLength={200} />
            </Form.Item>
          )
        }
      </Form.Item>
    </FormModal>
  )
}
