import { newFormOccupations, towns } from '@gongyou/contract/codes/index.ts'
import type { SourceName } from '@gongyou/contract/forms/index.ts'
import { type Text, t } from '@gongyou/contract/kit/text.ts'

type Option = { value: string | number; label: Text }

/** The values a fact about a person can take, as the registry writes them: towns are numbers, everything else is text. */
export const valuesOf = (name: SourceName): readonly Option[] => {
  if (name === 'person.sex')
    return [
      { value: 'male', label: t('男', 'Male') },
      { value: 'female', label: t('女', 'Female') },
    ]
  if (name === 'person.town') return towns.map((x) => ({ value: Number(x.code), label: t(x.zh, x.en) }))
  if (name === 'person.occupation') return newFormOccupations.map((x) => ({ value: x.code, label: t(x.zh, x.en) }))
  return []
}
