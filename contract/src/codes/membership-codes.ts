import type { CodeIn, CodeList } from './code-list.ts'

/** How a member came to join. */
export const joinChannels = [
  { code: 'scan', zh: '扫码入会', en: 'Scanned a code', also: ['扫码', '二维码', '网上入会'] },
  { code: 'outreach', zh: '现场集中入会', en: 'Outreach session', also: ['集中入会', '现场入会', '入会集中行动'] },
  { code: 'unit_batch', zh: '单位批量', en: 'Batch of an employer', also: ['批量', '单位集体入会', '批量导入'] },
  { code: 'city_import', zh: '市级导入', en: 'Imported from the municipal system', also: ['北京工会i会员', '市总导入', '小程序'] },
  { code: 'paper', zh: '纸质申请', en: 'Paper application', also: ['纸质', '书面申请'] },
] as const satisfies CodeList
export type JoinChannel = CodeIn<typeof joinChannels>

/** States of a membership (工会法 Art. 3 and 13; 工会会员会籍管理办法). */
export const membershipStatuses = [
  { code: 'draft', zh: '草稿', en: 'Draft' },
  { code: 'submitted', zh: '已提交', en: 'Submitted' },
  { code: 'checking', zh: '核验中', en: 'Being checked', also: ['审核中'] },
  { code: 'returned', zh: '已退回', en: 'Returned', also: ['退回补正'] },
  { code: 'approved', zh: '已批准', en: 'Approved', also: ['审核通过'] },
  { code: 'active', zh: '在籍', en: 'Active', also: ['正常', '有效'] },
  { code: 'transferring', zh: '接转中', en: 'Being transferred', also: ['转会中'] },
  { code: 'retained', zh: '保留会籍', en: 'Retained', also: ['保留'] },
  { code: 'left', zh: '已退会', en: 'Left', also: ['退会'] },
  { code: 'expelled', zh: '开除会籍', en: 'Expelled', also: ['除名'] },
  { code: 'deceased', zh: '已故', en: 'Deceased', also: ['死亡', '去世'] },
] as const satisfies CodeList
export type MembershipStatus = CodeIn<typeof membershipStatuses>

/** Posts in unions and service stations. */
export const unionPosts = [
  { code: 'chair', zh: '主席', en: 'Chair', also: ['工会主席'] },
  { code: 'executive_vice_chair', zh: '常务副主席', en: 'Executive vice chair' },
  { code: 'vice_chair', zh: '副主席', en: 'Vice chair', also: ['工会副主席', '专职副主席'] },
  { code: 'vice_chair_concurrent', zh: '兼职副主席', en: 'Concurrent vice chair', also: ['副主席兼职'] },
  { code: 'vice_chair_seconded', zh: '挂职副主席', en: 'Seconded vice chair', also: ['副主席挂职'] },
  { code: 'audit_director', zh: '经审主任', en: 'Audit committee director', also: ['经费审查委员会主任', '经审会主任'] },
  { code: 'women_director', zh: '女工主任', en: "Women workers' committee director", also: ['女职工委员会主任', '女工委主任'] },
  { code: 'committee_member', zh: '委员', en: 'Committee member', also: ['工会委员'] },
  { code: 'department_head', zh: '部长', en: 'Head of department' },
  { code: 'station_head', zh: '站长', en: 'Station head', also: ['服务站站长'] },
  { code: 'station_deputy', zh: '副站长', en: 'Deputy station head', also: ['服务站副站长'] },
  { code: 'social_worker', zh: '专职社工', en: 'Full-time social worker', also: ['专职工会社会工作者', '工会社工', '社工'] },
  { code: 'bargaining_guide', zh: '集体协商指导员', en: 'Collective bargaining guide', also: ['协商指导员'] },
  { code: 'inspector', zh: '监督员', en: 'Labour-law inspector', also: ['劳动法律监督员'] },
  { code: 'mediator', zh: '调解员', en: 'Mediator', also: ['劳动争议调解员'] },
] as const satisfies CodeList
export type UnionPost = CodeIn<typeof unionPosts>
