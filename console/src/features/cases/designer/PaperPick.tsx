import { useQuery } from '@tanstack/react-query'
import { asking } from '../../../kit/api.ts'
import { w } from '../../../kit/text.ts'
import { PickMaybe } from './fields.tsx'

type Props = { paper: string | undefined; onChange: (paper: string | undefined) => void }

/** The paper a step drafts, from the templates of the office; fields of the form fill the places of the same name. */
export const PaperPick = ({ paper, onChange }: Props) => {
  const templates = useQuery({ ...asking('listTemplates', {}), staleTime: 300_000 }).data?.rows ?? []
  return (
    <PickMaybe
      name={w('起草公文', 'Drafts a paper')}
      placeholder={w('不起草', 'None')}
      value={paper}
      options={templates.map((t) => ({ value: t.code, label: t.name }))}
      onChange={onChange}
    />
  )
}
