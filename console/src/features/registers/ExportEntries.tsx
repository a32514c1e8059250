import type { Register } from '@gongyou/contract/registers/register.ts'
import { closedFields } from '@gongyou/contract/forms/secrecy.ts'
import { App, Form, Input, Radio } from 'antd'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import type { Search } from '../../kit/ListPage.tsx'
import { useMay } from '../../kit/me.ts'
import { saveFile } from '../../kit/save-file.ts'
import { w } from '../../kit/text.ts'
import { said } from './words.tsx'

type Fields = { numbers: 'masked' | 'full'; purpose?: string; format: 'xlsx' | 'csv' }

/** Takes out exactly what the list shows; whoever wants what is masked says what for. */
export const ExportEntries = ({ register, asked, onClose }: { register: Register; asked: Search; onClose: () => void }) => {
  const may = useMay()
  const { message } = App.useApp()
  const personal =
    closedFields(register.form).length > 0 ||
    Object.values(register.form).some((f) => f.secrecy === 'P2' || (f.kind === 'text' && f.form === 'phone'))
  const save = async (f: Fields) =>
    saveFile(
      await ask('exportEntries', { params: { code: register.code }, query: { ...asked, ...f } as never }),
      `${said(register.title)}.${f.format}`,
    )
  return (
    <FormModal<Fields, void>
      title={w(`导出${register.title.zh}`, `Export ${said(register.title)}`)}
      ok={w('导出', 'Export')}
      says={w(
        '按当前筛选导出，不限行数，导出会留痕。表格改好后可以原样导入。',
        'As filtered now, any number of rows; it is recorded. The file can be corrected and imported again.',
      )}
      initial={{ numbers: 'masked', format: 'xlsx' }}
      save={save}
      onClose={onClose}
      onDone={() => {
        message.success(w('已导出', 'Exported'))
        onClose()
      }}
    >
      {personal && (
        <Form.Item name="numbers" label={w('电话和敏感内容', 'Phones and sealed content')}>
          <Radio.Group
            options={[
              { value: 'masked', label: w('掩码，不含敏感内容', 'Masked, without what is sealed') },
              { value: 'full', label: w('完整', 'Full'), disabled: !may('people.unmask') },
            ]}
          />
        </Form.Item>
      )}
      <Form.Item noStyle dependencies={['numbers']}>
        {({ getFieldValue }) =>
          getFieldValue('numbers') === 'full' && (
            <Form.Item name="purpose" label={w('用途', 'Purpose')} rules={[{ required: true, min: 2, message: w('请写明用途', 'Say what for') }]}>
              <Input maxLength={200} />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item name="format" label={w('格式', 'Format')}>
        <Radio.Group
          options={[
            { value: 'xlsx', label: '.xlsx' },
            { value: 'csv', label: '.csv' },
          ]}
        />
      </Form.Item>
    </FormModal>
  )
}
