import { exportPurposes } from '@gongyou/contract/membership/export-purposes.ts'
import { App, Form, Radio, Select } from 'antd'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import type { Search } from '../../kit/ListPage.tsx'
import { useMay } from '../../kit/me.ts'
import { saveFile } from '../../kit/save-file.ts'
import { w } from '../../kit/text.ts'

type Fields = { purpose: (typeof exportPurposes)[number]; numbers: 'masked' | 'full'; format: 'xlsx' | 'csv' }
const purposeName = (p: Fields['purpose']) =>
  ({ report: w('上报', 'Report'), verification: w('核对', 'Verification'), service: w('开展服务', 'Service'), archive: w('归档', 'Archive') })[p]

/** Takes out exactly the members the list shows; the purpose is written down. */
export const ExportMembers = ({ search, onClose }: { search: Search; onClose: () => void }) => {
  const may = useMay()
  const { message } = App.useApp()
  const { sort: _, ...filter } = search
  const save = async (f: Fields) =>
    saveFile(await ask('exportMembers', { query: { ...filter, ...f } as never }), w(`会员名册.${f.format}`, `members.${f.format}`))
  return (
    <FormModal<Fields, void>
      title={w('导出会员名册', 'Export members')}
      ok={w('导出', 'Export')}
      says={w('按当前筛选导出，不限行数；用途和人数会留痕。', 'As filtered now, any number of rows; purpose and count are recorded.')}
      initial={{ numbers: 'masked', format: 'xlsx' }}
      save={save}
      onClose={onClose}
      onDone={() => {
        message.success(w('已导出', 'Exported'))
        onClose()
      }}
    >
      <Form.Item name="purpose" label={w('用途', 'Purpose')} rules={[{ required: true, message: w('请选择用途', 'Choose the purpose') }]}>
        <Select options={exportPurposes.map((value) => ({ value, label: purposeName(value) }))} />
      </Form.Item>
      <Form.Item name="numbers" label={w('证件号码', 'ID numbers')}>
        <Radio.Group
          options={[
            { value: 'masked', label: w('掩码', 'Masked') },
            { value: 'full', label: w('完整', 'Full'), disabled: !may('people.unmask') },
          ]}
        />
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
