import type { Option } from '@gongyou/contract/forms/index.ts'
import { Input } from 'antd'
import { useState } from 'react'
import { w } from '../../../kit/text.ts'
import { Prop, shown } from './fields.tsx'
import { optionsFrom } from './option-lines.ts'

/** What is typed stays as typed while the field has the focus: an empty line is not yet an option. */
export const OptionsField = ({ options, onChange }: { options: readonly Option[]; onChange: (o: Option[]) => void }) => {
  const [typed, setTyped] = useState<string | null>(null)
  const name = w('选项（一行一个）', 'Options, one a line')
  return (
    <Prop name={name}>
      <Input.TextArea
        aria-label={name}
        autoSize={{ minRows: 3, maxRows: 14 }}
        value={typed ?? options.map((o) => shown(o.label)).join('\n')}
        onChange={(e) => {
          setTyped(e.target.value)
          onChange(optionsFrom(options, e.target.value))
        }}
        onBlur={() => setTyped(null)}
      />
    </Prop>
  )
}
