import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { asking } from '../../kit/api.ts'
import { language } from '../../kit/language.ts'
import { w } from '../../kit/text.ts'
import { rightName } from './Tokens.tsx'

/** Which post in which organisation, and what it will allow. */
export const PostFields = () => {
  const kinds = useQuery(asking('listPostKinds', {}))
  const tree = useQuery(asking('listTree', {}))
  const chosen = Form.useWatch('post') as string | undefined
  const rights = kinds.data?.posts.find((p) => p.code === chosen)?.rights ?? []
  return (
    <>
      <Form.Item
        name="post"
        label={w('岗位', 'Post')}
        rules={[{ required: true, message: w('请选择', 'Choose') }]}
        extra={rights.length > 0 && `${w('可以：', 'May: ')}${rights.map(rightName).join('、')}`}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(kinds.data?.posts ?? []).map((p) => ({ value: p.code, label: p.name[language()] }))}
        />
      </Form.Item>
      <Form.Item
        name="org"
        label={w('在哪个组织', 'In which organisation')}
        rules={[{ required: true, message: w('请选择', 'Choose') }]}
        extra={w('权限及于该组织和它的全部下级', 'The rights reach this organisation and everything beneath it')}
      >
        <Select showSearch={{ optionFilterProp: 'label' }} options={(tree.data?.nodes ?? []).map((n) => ({ value: n.id, label: n.name }))} />
      </Form.Item>
    </>
  )
}
