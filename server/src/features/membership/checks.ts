import type { z } from 'zod'
import type { Check } from '@gongyou/contract/membership/routes.ts'
import { ageOn } from '@gongyou/contract/kit/civil-date.ts'
import type { Work } from '../../kit/db/database.ts'
import { findEmployerByName } from '../organisations/index.ts'

type Found = z.infer<typeof Check>
type Applicant = {
  personId: string | null
  name: string
  birthOn: string | null
  mobile: string
  employer: string | undefined
  platforms: readonly string[]
  fullIdChecked: boolean
}

/** 16: the age from which one may work (Labour Law, art. 15). */
export const joiningAge = 16

const passed = (code: Found['code'], says: string): Found => ({ code, verdict: 'passed', says })
const look = (code: Found['code'], says: string): Found => ({ code, verdict: 'look', says })

const sameNameAndBirth = (work: Work, a: Applicant) =>
  work.db
    .selectFrom('people.person')
    .select('id')
    .where('region', '=', work.region)
    .where('name', '=', a.name)
    .where('birth_on', '=', a.birthOn)
    .where('merged_into', 'is', null)
    .$if(a.personId !== null, (q) => q.where('id', '!=', a.personId!))
    .limit(1)
    .executeTakeFirst()

const otherWithPhone = (work: Work, a: Applicant) =>
  work.db
    .selectFrom('people.person')
    .select('name')
    .where('region', '=', work.region)
    .where('mobile', '=', a.mobile)
    .where('merged_into', 'is', null)
    .$if(a.personId !== null, (q) => q.where('id', '!=', a.personId!))
    .limit(1)
    .executeTakeFirst()

/** Everything a machine can check, at once, so that the officer decides on the rest. */
export const checkApplicant = async (work: Work, a: Applicant): Promise<Found[]> => {
  const twin = a.birthOn ? await sameNameAndBirth(work, a) : undefined
  const other = await otherWithPhone(work, a)
  const unknown: string[] = []
  for (const name of [a.employer, ...a.platforms]) if (name && !(await findEmployerByName(work, name))) unknown.push(name)
  return [
    a.fullIdChecked ? passed('id-number', '证件号码校验位正确') : look('id-number', '证件类型不能自动校验，请看原件'),
    a.birthOn ? passed('age', `${ageOn(a.birthOn, work.today)} 岁`) : look('age', '没有出生日期，请核对年龄'),
    passed('phone', '手机号已用验证码核实'),
    twin ? look('same-name-and-birth', '有同名同生日的人，可能重复登记') : passed('same-name-and-birth', '没有同名同生日的人'),
    other ? look('other-person-same-phone', '这个手机号还登记在另一人名下') : passed('other-person-same-phone', '手机号没有别人登记'),
    unknown.length > 0 ? look('employer', `单位库里没有：${unknown.join('、')}`) : passed('employer', '单位已对上单位库'),
  ]
}
