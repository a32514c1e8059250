import { useQuery } from '@tanstack/react-query'
import { asking } from '../../../kit/api.ts'
import { say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { Pick } from './fields.tsx'

/** The register a field lets people choose from: only those that are open to everyone. */
export const RegisterPick = ({ register, onChange }: { register: string; onChange: (register: string) => void }) => {
  const registers = useQuery({ ...asking('listRegisters', {}), staleTime: 300_000 }).data?.registers ?? []
  return (
    <Pick
      name={w('从哪个名册选', 'From which register')}
      hint={w('只列出对填表人开放选用的名册', 'Registers that are open to whoever fills in a form')}
      value={register}
      options={registers.flatMap((r) => (r.open && !r.retired ? [{ value: r.code, label: say(r.title) }] : []))}
      onChange={onChange}
    />
  )
}
