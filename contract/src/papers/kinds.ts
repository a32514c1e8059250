import { type Text, t } from '../kit/text.ts'

/** Whither a paper goes: to the body above (who signs is then named on it), to bodies beneath, or to any other. */
export type PaperFlow = 'up' | 'down' | 'level'

export type PaperKind = {
  code: string
  name: Text
  flow: PaperFlow
  /** What stands between the organ's code and the year: 密工“函”〔2026〕12号. Different for every kind, so no number comes twice. */
  word: string
  /** Written to somebody: without the body it is addressed to, it cannot be issued. */
  addressed: boolean
  /** What the red mark adds to the name of the organisation: 密云区总工会“文件”. */
  mark: '' | '文件' | '会议纪要'
}

/** Kinds of paper that the union issues (党政机关公文处理工作条例 art. 8; 工会劳动法律监督 一函两书; certificates). */
export const paperKinds = [
  { code: 'request', name: t('请示', 'Request for instruction'), flow: 'up', word: '请', addressed: true, mark: '文件' },
  { code: 'report', name: t('报告', 'Report'), flow: 'up', word: '报', addressed: true, mark: '文件' },
  { code: 'reply', name: t('批复', 'Reply to a request'), flow: 'down', word: '复', addressed: true, mark: '文件' },
  { code: 'letter', name: t('函', 'Letter'), flow: 'level', word: '函', addressed: true, mark: '' },
  { code: 'notice', name: t('通知', 'Notice'), flow: 'down', word: '发', addressed: true, mark: '文件' },
  { code: 'decision', name: t('决定', 'Decision'), flow: 'down', word: '决', addressed: false, mark: '文件' },
  { code: 'minutes', name: t('纪要', 'Minutes'), flow: 'down', word: '纪', addressed: false, mark: '会议纪要' },
  { code: 'referral', name: t('转办单', 'Referral slip'), flow: 'level', word: '转', addressed: true, mark: '' },
  { code: 'reminder_letter', name: t('提示函', 'Reminder letter'), flow: 'level', word: '提', addressed: true, mark: '' },
  { code: 'opinion_letter', name: t('意见书', 'Opinion letter'), flow: 'level', word: '意', addressed: true, mark: '' },
  { code: 'recommendation_letter', name: t('建议书', 'Recommendation letter'), flow: 'level', word: '建', addressed: true, mark: '' },
  { code: 'certificate', name: t('证明', 'Certificate'), flow: 'level', word: '证', addressed: false, mark: '' },
] as const satisfies readonly PaperKind[]

export type PaperKindCode = (typeof paperKinds)[number]['code']
export const paperKindCodes = paperKinds.map((k) => k.code) as unknown as readonly [PaperKindCode, ...PaperKindCode[]]
export const paperKind = (code: PaperKindCode): PaperKind => paperKinds.find((k) => k.code === code)!
