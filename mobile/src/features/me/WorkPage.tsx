import { newFormOccupations } from '@gongyou/contract/codes/work-codes.ts'
import type { MyData } from '@gongyou/contract/membership/mine.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { ask } from '../../kit/api.ts'
import { Button } from '../../kit/Button.tsx'
import { wordsOf } from '../../kit/failure.ts'
import { Field } from '../../kit/Field.tsx'
import { say } from '../../kit/language.ts'
import { Notice } from '../../kit/Notice.tsx'
import { Page } from '../../kit/Page.tsx'
import { w } from '../../kit/text.ts'
import { Tiles, shortName } from '../join/Tiles.tsx'
import { Loaded } from './Loaded.tsx'

type Occupation = (typeof newFormOccupations)[number]['code']

const Form = ({ data }: { data: MyData }) => {
  const now = data.employments.filter((e) => e.until === null)
  const [occupation, setOccupation] = useState(data.membership?.occupation ?? now[0]?.occupation ?? '')
  const [employers, setEmployers] = useState(now.map((e) => e.employer))
  const [other, setOther] = useState('')
  const [, go] = useLocation()
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: () =>
      ask('correctMyWork', {
        body: { occupation: (occupation || null) as Occupation | null, employers: [...employers, ...(other.trim() ? [other.trim()] : [])] },
      }),
    onSuccess: async () => {
      await client.invalidateQueries()
      go(data.applications[0]?.status === 'returned' ? '/me/application' : '/me/data')
    },
  })
  // Platforms to tick, and below them what was written by hand before.
  const names = [...new Set([...data.platforms, ...now.map((e) => e.employer)])]
  return (
    <Page
      title={w('工作信息', 'Work details')}
      back="/me/data"
      foot={
        <Button look="primary" busy={save.isPending} onClick={() => save.mutate()}>
          {w('保存', 'Save')}
        </Button>
      }
    >
      {save.isError ? <Notice tone="wrong">{wordsOf(save.error)}</Notice> : null}
      <Tiles
        kind="radio"
        legend={w('做什么工作', 'What do you do')}
        name="occupation"
        choices={newFormOccupations.map((o) => ({ value: o.code, label: say(o) }))}
        chosen={[occupation]}
        choose={(v) => setOccupation(occupation === v ? '' : v)}
      />
      <Tiles
        kind="checkbox"
        legend={w('现在为谁工作（可多选）', 'For whom, now (several)')}
        name="employers"
        choices={names.map((n) => ({ value: n, label: shortName(n) }))}
        chosen={employers}
        choose={(v) => setEmployers(employers.includes(v) ? employers.filter((e) => e !== v) : [...employers, v])}
      />
      <Field
        label={w('别的单位', 'Another employer')}
        name="employer"
        autoComplete="organization"
        maxLength={60}
        value={other}
        onChange={(e) => setOther(e.target.value)}
        hint={w('取消勾选的单位记为今天离开', 'Those unticked are noted as left today')}
      />
    </Page>
  )
}

export const WorkPage = () => (
  <Loaded title={w('工作信息', 'Work details')} back="/me/data">
    {(data) => <Form data={data} />}
  </Loaded>
)
