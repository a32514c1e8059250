import { Button, Form, Input } from 'antd'
import { w } from '../../kit/text.ts'

/** 附件 that stand on pages of their own behind the paper. */
export const AnnexFields = ({ at = ['annexes'] }: { at?: string[] }) => (
  <Form.List name={at}>
    {(fields, { add, remove }) => (
      <div style={{ marginBottom: 16 }}>
        {fields.map((field, i) => (
          <section key={field.key} className="paper-annex" aria-label={w(`附件 ${i + 1}`, `Annex ${i + 1}`)}>
            <div className="small quiet">{fields.length > 1 ? w(`附件 ${i + 1}`, `Annex ${i + 1}`) : w('附件', 'Annex')}</div>
            <Form.Item name={[field.name, 'title']} label={w('附件标题', 'Title of the annex')}>
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name={[field.name, 'body']} label={w('附件正文', 'Text of the annex')}>
              <Input.TextArea autoSize={{ minRows: 3, maxRows: 20 }} maxLength={60_000} />
            </Form.Item>
            <Button size="small" onClick={() => remove(field.name)}>
              {w('移除这个附件', 'Remove this annex')}
            </Button>
          </section>
        ))}
        <Button onClick={() => add({ title: '', body: '' })}>{w('加一个附件', 'Add an annex')}</Button>
      </div>
    )}
  </Form.List>
)
