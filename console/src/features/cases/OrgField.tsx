import { useId } from 'react'
import { useMe } from '../../kit/me.ts'
import { w } from '../../kit/text.ts'
import { OrganisationPicker } from '../../kit/form/pickers.tsx'
import type { Colleague } from './Colleagues.tsx'

/** The organisation of the caller's own post that handles cases. */
export const useOwnPlace = (): Colleague | undefined => useMe().posts.find((p) => p.rights.includes('cases.handle'))?.org

/** Which organisation a case belongs to; one's own unless said otherwise. */
export const OrgField = ({ value, onChange }: { value: unknown; onChange: (org: unknown) => void }) => {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{w('归哪个组织办理', 'Which organisation handles it')}</label>
      <OrganisationPicker id={id} value={value} onChange={onChange} />
    </div>
  )
}
