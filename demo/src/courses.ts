import { courses } from '../../contract/src/lawmenu/courses.ts'
import { addDays } from '../../contract/src/kit/civil-date.ts'
import { rootOf } from '../../server/src/features/cases/index.ts'
import { enterEntry } from '../../server/src/features/registers/index.ts'
import type { Work } from '../../server/src/kit/db/database.ts'
import type { KeyRing } from '../../server/src/kit/secrets/key-ring.ts'

const lecturers = [
  { name: '闻砚秋', sort: 'lawyer', phone: '13912340081', firm: '北京晴川律师事务所', fields: ['labour_law', 'bargaining'] },
  { name: '褚云舒', sort: 'judge', phone: '13912340082', fields: ['labour_law', 'women'] },
  { name: '厉晚舟', sort: 'doctor', phone: '13912340083', firm: '密云区白河社区医院', fields: ['health'] },
  { name: '樊青禾', sort: 'craftsman', phone: '13912340084', fields: ['skills', 'safety'] },
] as const

const menu = [
  ['劳动合同避坑指南', 'law', ['new_form', 'migrant'], 90, '签订、变更、解除三个环节的常见问题。', 0],
  ['加班费与休息休假怎么算', 'law', ['all'], 60, '工时制度、加班工资计算、年休假。', 0],
  ['集体协商四必谈', 'law', ['officers'], 120, '福利费、劳动保护、技能人才待遇、带薪休假。', 0],
  ['女职工特殊权益保护', 'women', ['women'], 90, '孕期产期哺乳期、防性骚扰、平等就业。', 1],
  ['职场减压与睡眠', 'health', ['all', 'new_form'], 60, '情绪识别、放松训练、轮班睡眠。', 2],
  ['颈肩腰腿痛自我调理', 'health', ['new_form'], 60, '骑手、司机、收银员的拉伸与用力方法。', 2],
  ['用电与消防安全', 'public', ['migrant', 'team_leaders'], 60, '电动车充电、宿舍用电、初起火扑救。', 3],
  ['反诈骗与个人信息保护', 'caravan', ['all'], 45, '刷单、冒充客服、贷款诈骗的识别。', 0],
] as const

/** Lecturers and the courses they give, as the register of an office looks after a year. */
export const listCourses = async (work: Work, keys: KeyRing) => {
  const orgId = (await rootOf(work)).id
  const known = []
  for (const answers of lecturers)
    known.push({ id: (await enterEntry(work, keys, { register: 'lecturers', orgId, answers })).id, name: answers.name })
  for (const [i, [title, kind, audience, minutes, outline, by]] of menu.entries())
    await enterEntry(work, keys, {
      register: courses.code,
      orgId,
      answers: { title, menu: kind, audience, mode: ['onsite'], minutes, outline, lecturer: known[by], listedOn: addDays(work.today, -40 * (i + 1)) },
    })
}
