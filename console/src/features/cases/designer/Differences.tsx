import { differencesOf } from '@gongyou/contract/cases/differences.ts'
import type { Service } from '@gongyou/contract/cases/service.ts'
import { DifferenceList } from '../../../kit/design/DifferenceList.tsx'
import { language } from '../../../kit/language.ts'

/** What differs between two revisions of a service, in words. */
export const Differences = ({ before, after }: { before: Service; after: Service }) => (
  <DifferenceList found={differencesOf(before, after, language())} />
)
