import { differencesOf } from '@gongyou/contract/cases/differences.ts'
import { useQuery } from '@tanstack/react-query'
import { asking } from '../../../kit/api.ts'
import { RevisionDrawer } from '../../../kit/design/RevisionDrawer.tsx'
import { language } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'

/** Every revision of a service, with the cases that run under it. */
export const Revisions = ({ code, title, onClose }: { code: string; title: string; onClose: () => void }) => {
  const history = useQuery(asking('getServiceHistory', { params: { code } }))
  return (
    <RevisionDrawer
      title={title}
      history={history}
      used={(r) => w(`办件 ${r.cases} 件`, `${r.cases} cases`)}
      differences={(before, after) => differencesOf(before.definition, after.definition, language())}
      onClose={onClose}
    />
  )
}
