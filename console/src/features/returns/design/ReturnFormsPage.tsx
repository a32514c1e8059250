import { formDifferences } from '@gongyou/contract/returns/differences.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, asking } from '../../../kit/api.ts'
import { DesignList } from '../../../kit/design/DesignList.tsx'
import { RevisionDrawer } from '../../../kit/design/RevisionDrawer.tsx'
import { language, say } from '../../../kit/language.ts'
import { w } from '../../../kit/text.ts'
import { everyName } from '../words.ts'
import { useFigureNames } from './figure-names.ts'

const FormRevisions = ({ code, title, onClose }: { code: string; title: string; onClose: () => void }) => {
  const figureName = useFigureNames()
  const history = useQuery(asking('getReturnFormHistory', { params: { code } }))
  return (
    <RevisionDrawer
      title={title}
      history={history}
      used={(r) => w(`布置过 ${r.rounds} 期`, `${r.rounds} periods`)}
      differences={(before, after) => formDifferences(before.definition, after.definition, { language: language(), figureName })}
      onClose={onClose}
    />
  )
}

/** Every form of returns, those of an office among them, and what is being designed. */
export const ReturnFormsPage = () => {
  const queries = useQueryClient()
  const [shown, setShown] = useState<{ code: string; title: string }>()
  const forms = useQuery({ ...asking('listAllReturnForms', {}), select: (found) => found.forms })
  const drafts = useQuery({ ...asking('listReturnDesigns', {}), staleTime: 0 })
  return (
    <>
      <DesignList
        title={w('报表设计', 'Forms of returns')}
        words={{
          one: w('报表', 'Form'),
          add: w('新建报表', 'New form'),
          addTitle: w('新建报表', 'New form of returns'),
          nameLabel: w('报表名称', 'Name'),
          newSays: w('先起个名字，发布前谁也看不到。', 'A name first; nobody sees it before it is published.'),
          retireSays: w('不再布置新的一期；已布置的照常报送。', 'No further period is opened; those that are open go on.'),
        }}
        rows={forms}
        drafts={drafts.data?.drafts ?? []}
        columns={[
          { title: w('表号', 'Number'), width: 130, render: (_, f) => f.number },
          { title: w('周期', 'Period'), width: 80, render: (_, f) => everyName(f.every) },
          {
            title: w('行', 'Lines'),
            render: (_, f) => (
              <span className="quiet">
                {[w(`指标 ${f.figures}`, `${f.figures} figures`), f.questions > 0 ? w(`填报 ${f.questions}`, `${f.questions} asked`) : '']
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            ),
          },
        ]}
        page="/return-forms/$id"
        begin={(body) => ask('createReturnDesign', { body })}
        retire={(code, because) => ask('retireReturnForm', { params: { code }, body: { because } })}
        onRetired={() => {
          for (const key of ['listAllReturnForms', 'listReturnForms']) void queries.invalidateQueries({ queryKey: [key] })
        }}
        onRevisions={(f) => setShown({ code: f.code, title: say(f.title) })}
      />
      {shown && <FormRevisions {...shown} onClose={() => setShown(undefined)} />}
    </>
  )
}
