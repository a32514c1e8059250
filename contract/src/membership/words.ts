import { ethnicities } from '../codes/ethnicities.ts'
import { idTypes } from '../codes/id-types.ts'
import { joinChannels, membershipStatuses } from '../codes/membership-codes.ts'
import { educations, householdTypes, sexes } from '../codes/person-codes.ts'
import { towns } from '../codes/towns.ts'
import { employmentForms, newFormOccupations, professionalTitles, skillLevels } from '../codes/work-codes.ts'
import type { CodeList } from '../codes/code-list.ts'
import { type Text, t } from '../kit/text.ts'

const within =
  (list: CodeList) =>
  (code: string): Text | undefined =>
    list.find((e) => e.code === code)

const states: Record<string, Text> = {
  refused: t('未通过', 'Not accepted'),
  withdrawn: t('已撤回', 'Withdrawn'),
  prospect: t('尚未入会', 'Not yet a member'),
}
const purposes: Record<string, Text> = {
  membership: t('入会与服务', 'Membership and services'),
  'id-number': t('处理证件号码', 'Use of the ID number'),
}

/** What stored codes are called, list by list. */
export const entryWords = {
  idType: within(idTypes),
  sex: within(sexes),
  education: within(educations),
  ethnicity: within(ethnicities),
  householdType: within(householdTypes),
  town: within(towns),
  skillLevel: within(skillLevels),
  title: within(professionalTitles),
  occupation: within(newFormOccupations),
  form: within(employmentForms),
  channel: within(joinChannels),
  status: (code: string) => within(membershipStatuses)(code) ?? states[code],
  purpose: (code: string) => purposes[code],
} as const satisfies Record<string, (code: string) => Text | undefined>
