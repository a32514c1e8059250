import {
  type CodeList,
  educations,
  industries,
  joinChannels,
  membershipStatuses,
  newFormOccupations,
  organisationKinds,
  sexes,
  towns,
} from '@gongyou/contract/codes/index.ts'
import { posts } from '@gongyou/contract/organisations/posts.ts'
import { language } from './language.ts'
import { w } from './text.ts'

const nameIn = (list: CodeList) => (code: string | number | null | undefined) => {
  if (code === null || code === undefined) return '—'
  const entry = list.find((e) => e.code === String(code))
  return entry ? entry[language()] : String(code)
}
const optionsOf = (list: CodeList) => list.map((e) => ({ value: e.code, label: e[language()] }))

/** How codes are called on the screens. */
export const channelName = nameIn(joinChannels)
export const statusName = nameIn(membershipStatuses)
export const occupationName = nameIn(newFormOccupations)
export const kindName = nameIn(organisationKinds)
export const educationName = nameIn(educations)
export const industryName = nameIn(industries)
export const sexName = nameIn(sexes)
export const townName = nameIn(towns)
export const options = {
  industry: optionsOf(industries),
  education: optionsOf(educations),
  channel: optionsOf(joinChannels),
  status: optionsOf(membershipStatuses),
  occupation: optionsOf(newFormOccupations),
  kind: optionsOf(organisationKinds),
  town: optionsOf(towns),
}

/** How acts are called in a timeline. */
export const actName = (kind: string) =>
  ({
    'person.registered': w('登记', 'Registered'),
    'person.corrected': w('更正信息', 'Corrected'),
    'person.merged': w('合并重复记录', 'Merged'),
    'person.merge-undone': w('撤销合并', 'Merge undone'),
    'membership.applied': w('提交入会申请', 'Applied'),
    'membership.joined': w('入会', 'Joined'),
    'membership.application-returned': w('申请退回补正', 'Returned'),
    'membership.application-refused': w('申请未通过', 'Refused'),
    'membership.moved-in': w('转入', 'Moved in'),
    'membership.moved-out': w('转出', 'Moved out'),
    'membership.retained': w('保留会籍', 'Retained'),
    'membership.restored': w('恢复会籍', 'Restored'),
    'membership.left': w('退会', 'Left'),
    'membership.expelled': w('除名', 'Expelled'),
    'membership.deceased': w('去世', 'Deceased'),
    'membership.join-reversed': w('撤销重复入会', 'Joining reversed'),
    'membership.prospect-recorded': w('登记服务对象', 'Recorded as served'),
    'membership.transfer-asked': w('发起接转', 'Transfer asked'),
    'entry.added': w('列入名册', 'Entered in a register'),
    'entry.changed': w('更新名册', 'Register entry changed'),
    'entry.renewed': w('名册续期', 'Register entry renewed'),
    'entry.ended': w('名册终止', 'Register entry ended'),
    'entry.restored': w('恢复名册', 'Register entry restored'),
    'union.founded': w('建会', 'Founded'),
    'union.dissolved': w('撤销', 'Dissolved'),
    'organisation.founded': w('设立', 'Founded'),
    'organisation.dissolved': w('撤销', 'Dissolved'),
    'organisation.changed': w('更正信息', 'Corrected'),
    'organisation.moved': w('调整隶属', 'Moved'),
    'organisation.split': w('分设', 'Split'),
    'organisation.term-began': w('登记届次', 'Term recorded'),
  })[kind] ?? kind

export const purposeName = (purpose: string) =>
  ({
    handling: w('办理业务', 'Handling a matter'),
    'identity-check': w('核对身份', 'Checking identity'),
    contact: w('联系本人', 'Contacting the person'),
    correction: w('更正信息', 'Correcting data'),
  })[purpose] ?? purpose
export const actionName = (action: string) => ({ openSealed: w('查看完整号码', 'Opened numbers') })[action] ?? action
export const postName = (code: string) => (code in posts ? posts[code as keyof typeof posts].name[language()] : code)
/** “organisation post”, as the server writes who acted, in the chosen language. */
export const whoActed = (label: string) => {
  if (language() === 'zh') return label
  if (label === '系统') return 'System'
  const post = Object.values(posts).find((p) => label.endsWith(` ${p.name.zh}`))
  return (post ? `${label.slice(0, -post.name.zh.length)}${post.name.en}` : label).replace(/^未登录/, 'Not signed in')
}
