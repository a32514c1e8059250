import { type Text, t } from '../kit/text.ts'
import type { PoolView } from './shapes.ts'
import type { PaperSort } from './station.ts'
import type { PoolStage, Stage } from './stage.ts'

/** What screens call the stages. */
export const stageWords: Readonly<Record<Stage, Text>> = {
  draft: t('草稿', 'Draft'),
  submitted: t('待审批', 'To be approved'),
  soon: t('即将报名', 'Opens soon'),
  open: t('报名中', 'Open'),
  full: t('已报满', 'Full'),
  closed: t('报名结束', 'Sign-up closed'),
  running: t('进行中', 'Running'),
  finished: t('已结束', 'Finished'),
  cancelled: t('已取消', 'Cancelled'),
  archived: t('已归档', 'Archived'),
}
/** How far the seats set aside for men and for women are taken; empty where they are not told apart. */
export const sexesOf = ({ men, women }: Pick<PoolView, 'men' | 'women'>): Text[] => [
  ...(men ? [t(`男 ${men.taken}/${men.seats}`, `men ${men.taken}/${men.seats}`)] : []),
  ...(women ? [t(`女 ${women.taken}/${women.seats}`, `women ${women.taken}/${women.seats}`)] : []),
]

export const poolWords: Readonly<Record<PoolStage, Text>> = {
  soon: t('未开始报名', 'Not open yet'),
  open: t('可报名', 'Open'),
  standby: t('可候补', 'Standby'),
  full: t('已满', 'Full'),
  closed: t('已截止', 'Closed'),
  drawn: t('已抽签', 'Drawn'),
}
export const signUpWords: Readonly<Record<'confirmed' | 'standby' | 'entered' | 'cancelled', Text>> = {
  confirmed: t('报名成功', 'Confirmed'),
  standby: t('候补中', 'On standby'),
  entered: t('等待抽签', 'Waiting for the draw'),
  cancelled: t('已取消', 'Cancelled'),
}
export const viaWords: Readonly<Record<'code' | 'card' | 'list' | 'walk-in', Text>> = {
  code: t('扫现场码', 'Scanned the code'),
  card: t('刷会员码', 'Card scanned'),
  list: t('名单签到', 'From the list'),
  'walk-in': t('现场报到', 'Walked in'),
}

/** Where an audience sits (audiencePlace). */
export const audiences = {
  office: t('机关', 'Offices'),
  enterprise: t('企业', 'Enterprises'),
  workshop: t('车间', 'Workshops'),
  community: t('社区', 'Communities'),
  village: t('村', 'Villages'),
  school: t('学校', 'Schools'),
  park: t('园区', 'Business parks'),
  building: t('楼宇', 'Office buildings'),
  mall: t('商圈', 'Shopping areas'),
  site: t('工地', 'Building sites'),
  station: t('站点', 'Stations'),
  scenic: t('景区', 'Scenic areas'),
} as const satisfies Record<string, Text>
export type Audience = keyof typeof audiences
export const audienceCodes = Object.keys(audiences) as Audience[]

/** For whom it is meant (audienceGroup). */
export const audienceGroups = [
  { code: 'migrant', label: t('农民工', 'Migrant workers') },
  { code: 'new_form', label: t('新就业形态劳动者', 'New-form workers') },
  { code: 'women', label: t('女职工', 'Women workers') },
  { code: 'young', label: t('青年职工', 'Young workers') },
  { code: 'team_leaders', label: t('班组长', 'Team leaders') },
  { code: 'officers', label: t('工会干部', 'Union officers') },
  { code: 'models', label: t('劳模', 'Model workers') },
  { code: 'hardship', label: t('困难职工', 'Workers in hardship') },
  { code: 'all', label: t('全体职工', 'All workers') },
] as const

/** What papers of evidence are called. */
export const paperWords: Readonly<Record<PaperSort, Text>> = {
  signatures: t('签字的签到表', 'Signed list'),
  invoice: t('发票', 'Invoice'),
  acceptance: t('验收单', 'Acceptance'),
  other: t('其他材料', 'Other paper'),
}
