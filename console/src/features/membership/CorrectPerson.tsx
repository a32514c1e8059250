import type { PersonPage } from '@gongyou/contract/membership/persons.ts'
import { Form, Input, Select } from 'antd'
import { ask } from '../../kit/api.ts'
import { FormModal } from '../../kit/FormModal.tsx'
import { w } from '../../kit/text.ts'
import { options } from '../../kit/words.ts'

type Fields = { name: string; mobile?: string; idNumber?: string; education: string | null; isMigrant: boolean | null; residenceTown: string | null }

/** Corrects what is written; sensitive fields are typed anew, never shown for editing. */
export const CorrectPerson = ({ person, onClose, onDone }: { person: PersonPage; onClose: () => void; onDone: () => void }) => {
  const save = (f: Fields) =>
    ask('correctPerson', {
      params: { id: person.id },
      body: {
        version: person.version,
        name: f.name,
        education: f.education,
        isMigrant: f.isMigrant,
        residenceTown: f.residenceTown ? Number(f.residenceTown) : null,
        ...(f.mobile ? { mobile: f.mobile } : {}),
        ...(f.idNumber ? { idNumber: f.idNumber } : {}),
      },
    })
  return (
    <FormModal<Fields>
      title={w('更正信息', 'Correct')}
      ok={w('保存', 'Save')}
      initial={{
        name: person.name,
        education: person.education,
        isMigrant: person.isMigrant,
        residenceTown: person.residenceTown ? String(person.residenceTown) : null,
      }}
      save={save}
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item name="name" label={w('姓名', 'Name')} rules={[{ required: true, message: w('请填写姓名', 'Give the name') }]}>
        <Input />
      </Form.Item>
      <Form.Item name="idNumber" label={w('证件号码（不改则留空）', 'ID number (leave empty to keep)')}>
        <Input autoComplete="off" placeholder={person.idLast4 ? `**************${person.idLast4}` : ''} />
      </Form.Item>
      <Form.Item name="mobile" label={w('手机（不改则留空）', 'Phone (leave empty to keep)')}>
        <Input autoComplete="off" placeholder={person.mobile ?? ''} />
      </Form.Item>
      <Form.Item name="education" label={w('学历', 'Education')}>
        <Select allowClear options={options.education} />
      </Form.Item>
      <Form.Item name="residenceTown" label={w('居住镇街', 'Lives in')}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={options.town} />
      </Form.Item>
      <Form.Item name="isMigrant" label={w('农民工', 'Migrant worker')}>
        <Select
          allowClear
          options={[
            { value: true, label: w('是', 'Yes') },
            { value: false, label: w('否', 'No') },
          ]}
        />
      </Form.Item>
    </FormModal>
  )
}
