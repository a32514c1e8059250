import type { PostCode } from '../../contract/src/organisations/posts.ts'

/** Fictional staff one can sign in as. `at`: the organisation in which the post is held, by name. */
export type StaffPersona = { login: string; name: string; post: PostCode; at: string; tries: string }
/** Fictional workers, who sign in by phone code. */
export type WorkerPersona = {
  name: string
  mobile: string
  birth: string
  order: number
  occupation: string | null
  platforms: readonly string[]
  joins: string | null
  tries: string
}

/** The same for every demo account; a real installation has no default password. */
export const demoPassword = 'miyun-2026'

export const staffPersonas: readonly StaffPersona[] = [
  { login: 'guanli', name: '贺云舟', post: 'administrator', at: '密云区总工会', tries: '账号与权限、审计' },
  { login: 'zuzhi', name: '林溪言', post: 'organisation_officer', at: '密云区总工会', tries: '全区会员、名册导入、组织树' },
  { login: 'bangong', name: '温知夏', post: 'office_officer', at: '密云区总工会', tries: '12345 派单、写报告、布置报表、设计新事项' },
  { login: 'zhuren', name: '邵文川', post: 'office_head', at: '密云区总工会', tries: '审批、延期、督办' },
  { login: 'quanyi', name: '顾长宁', post: 'rights_officer', at: '密云区总工会', tries: '维权办件' },
  { login: 'lingdao', name: '郑远山', post: 'leader', at: '密云区总工会', tries: '驾驶舱、数字与来源、核定报告' },
  { login: 'jingshen', name: '苏静澜', post: 'auditor', at: '密云区总工会', tries: '审计记录' },
  { login: 'gulou', name: '何秋实', post: 'station_head', at: '鼓楼街道总工会', tries: '入会审批、名册导入（本街道）' },
  { login: 'gulouzhuxi', name: '萧望舒', post: 'town_chair', at: '鼓楼街道总工会', tries: '批复建会、延期审批' },
  { login: 'shegong', name: '方小满', post: 'union_social_worker', at: '鼓楼街道总工会', tries: '入会审批、扫码入会点' },
  { login: 'guoyuan', name: '罗青禾', post: 'station_head', at: '果园街道总工会', tries: '另一街道：互相看不到' },
  { login: 'zhuxi', name: '蒋承志', post: 'union_chair', at: '密云区教育系统工会', tries: '本单位会员' },
  { login: 'fazhan', name: '程砚秋', post: 'skills_officer', at: '密云区总工会', tries: '技能竞赛、工匠学院' },
  { login: 'fabuzhang', name: '段朝晖', post: 'skills_head', at: '密云区总工会', tries: '批准竞赛方案、竞赛仲裁' },
]

export const workerPersonas: readonly WorkerPersona[] = [
  {
    name: '许大川',
    mobile: '13900000001',
    birth: '1993-04-12',
    order: 811,
    occupation: 'courier',
    platforms: ['云递速运（北京）有限公司'],
    joins: '鼓楼街道工会服务站',
    tries: '已是会员：会员卡、我的信息',
  },
  {
    name: '叶小舟',
    mobile: '13900000002',
    birth: '1998-09-03',
    order: 812,
    occupation: 'food_rider',
    platforms: ['闪鹿外卖（北京）有限公司', '蓝骑配送（北京）有限公司'],
    joins: null,
    tries: '已提交入会申请，等待审批',
  },
  {
    name: '𠮷永安',
    mobile: '13900000003',
    birth: '1979-12-25',
    order: 813,
    occupation: 'truck_driver',
    platforms: ['货满多物流（北京）有限公司'],
    joins: '果园街道工会服务站',
    tries: '四字节姓名',
  },
  {
    name: '阿依古丽·麦合木提',
    mobile: '13900000004',
    birth: '1988-07-19',
    order: 814,
    occupation: 'domestic_worker',
    platforms: ['家帮到家政（北京）有限公司'],
    joins: '鼓楼街道工会服务站',
    tries: '带间隔号的姓名',
  },
]

/** QR codes that stand in the documents and the screenshots. */
export const joinCodes = [
  { code: 'GLJD2345', at: '鼓楼街道工会服务站', kind: 'station', label: '鼓楼街道工会服务站', expired: false },
  { code: 'GYJD2345', at: '果园街道工会服务站', kind: 'station', label: '果园街道工会服务站', expired: false },
  { code: 'HCSJ2345', at: '鼓楼街道工会服务站', kind: 'session', label: '货车司机沟通会（物流园）', expired: false },
  { code: 'GQDE2345', at: '鼓楼街道工会服务站', kind: 'session', label: '去年的沟通会', expired: true },
] as const
