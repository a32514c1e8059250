import { ethnicities } from '@gongyou/contract/codes/ethnicities.ts'
import { educations, householdTypes } from '@gongyou/contract/codes/person-codes.ts'
import { towns } from '@gongyou/contract/codes/towns.ts'
import { professionalTitles, skillLevels } from '@gongyou/contract/codes/work-codes.ts'
import type { MyData } from '@gongyou/contract/membership/mine.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { wordsOf } from '../../kit/failure.ts'
import { Select } from '../../kit/Field.tsx'
import { say } from '../../kit/language.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { w } from '../../kit/text.ts'
import { Loaded } from './Loaded.tsx'

const lists = () =>
  [
    ['education', w('学历', 'Education'), educations],
    ['residenceTown', w('现居住地', 'Lives in'), towns],
    ['ethnicity', w('民族', 'Ethnicity'), ethnicities],
    ['householdType', w('户籍', 'Household'), householdTypes],
    ['skillLevel', w('技能等级', 'Skill level'), skillLevels],
    ['title', w('职称', 'Title'), professionalTitles],
  ] as const
type Name = ReturnType<typeof lists>[number][0]

const Form = ({ person }: { person: MyData['person'] }) => {
  const first = Object.fromEntries(lists().map(([name]) => [name, person[name] === null ? '' : String(person[name])])) as Record<Name, string>
  const [filled, fill] = useState(first)
  const [, go] = useLocation()
  const client = useQueryClient()
  const changed = (Object.keys(filled) as Name[]).filter((n) => filled[n] !== first[n])
  const save = useMutation({
    mutationFn: () =>
      ask('correctMyData', {
        body: {
          version: person.version,
          ...Object.fromEntries(changed.map((n) => [n, filled[n] === '' ? null : n === 'residenceTown' ? Number(filled[n]) : filled[n]])),
        },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['myData'] })
      go('/me/data')
    },
  })
  return (
    <Page
      title={w('更正资料', 'Correct my data')}
      back="/me/data"
      foot={
        <Button look="primary" busy={save.isPending} onClick={() => (changed.length > 0 ? save.mutate() : go('/me/data'))}>
          {changed.length > 0
            ? w(`保存 ${changed.length} 处更正`, `Save ${changed.length} corrections`)
            : w('没有改动，返回', 'Nothing changed, back')}
        </Button>
      }
    >
      <p className="small">{w('都可以不填。改动马上生效，并记在“经过”里。', 'All optional. Changes hold at once and are noted in the history.')}</p>
      {save.isError ? <Notice tone="wrong">{wordsOf(save.error)}</Notice> : null}
      {lists().map(([name, label, list]) => (
        <Select
          key={name}
          label={label}
          value={filled[name]}
          empty={w('未填', 'Not given')}
          choices={list.map((e) => ({ value: e.code, label: say(e) }))}
          onChange={(v) => fill({ ...filled, [name]: v })}
        />
      ))}
    </Page>
  )
}

export const EditPage = () => (
  <Loaded title={w('更正资料', 'Correct my data')} back="/me/data">
    {(data) => <Form key={data.person.version} person={data.person} />}
  </Loaded>
)
