import { type FieldKind } from '@gongyou/contract/forms/index.ts'
import { kindNames } from '@gongyou/contract/forms/names.ts'
import { Button } from 'antd'
import { say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'

const groups: readonly { name: () => string; kinds: readonly FieldKind[] }[] = [
  { name: () => w('填写', 'Written'), kinds: ['text', 'number', 'money', 'date', 'choice', 'many', 'address', 'table'] },
  { name: () => w('从名册选', 'From the register'), kinds: ['person', 'organisation', 'employer', 'entry'] },
  { name: () => w('材料与签字', 'Papers and signatures'), kinds: ['files', 'signature', 'consent'] },
]

/** One button a kind: pressed, the field stands at the end of the form and is open for its words. */
export const AddField = ({ onAdd }: { onAdd: (kind: FieldKind) => void }) => (
  <div className="add-field">
    {groups.map((g) => (
      <div key={g.name()} role="group" aria-label={g.name()}>
        <span className="quiet small">{g.name()}</span>
        {g.kinds.map((kind) => (
          <Button key={kind} size="small" onClick={() => onAdd(kind)}>
            {say(kindNames[kind])}
          </Button>
        ))}
      </div>
    ))}
  </div>
)
