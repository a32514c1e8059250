import { type Text, t } from '../kit/text.ts'

/** What can be done about any case, whatever its service: the ways of a Chinese office, each a line in the history. */
export const ops = {
  opened: t('提交', 'handed in'),
  step: t('办理', 'step'),
  claimed: t('签收', 'taken on'),
  asked_for_more: t('要求补正', 'asked for more'),
  supplied: t('补正', 'supplied'),
  transferred: t('转办', 'transferred'),
  delegated: t('委派', 'delegated'),
  reported: t('回报', 'reported back'),
  consulted: t('会签', 'consulted'),
  added_before: t('前加签', 'signer added before'),
  added_after: t('后加签', 'signer added after'),
  answered: t('签署意见', 'gave an opinion'),
  held: t('送后加签', 'sent on for signature'),
  copied: t('抄送', 'copied'),
  sent_back: t('退回', 'sent back'),
  recalled: t('撤回', 'recalled'),
  withdrawn: t('申请人撤回', 'withdrawn'),
  urged: t('催办', 'urged'),
  extension_asked: t('申请延期', 'extension asked'),
  extension_granted: t('同意延期', 'extension granted'),
  extension_refused: t('不同意延期', 'extension refused'),
  suspended: t('中止', 'suspended'),
  resumed: t('恢复', 'resumed'),
  terminated: t('终止', 'terminated'),
  reopened: t('重开', 'reopened'),
  noted: t('内部备注', 'internal note'),
  told: t('答复申请人', 'told the applicant'),
  upgraded: t('转为正式办件', 'made a full case'),
  linked: t('请外单位协办', 'outside party asked'),
  link_opened: t('外单位打开', 'opened by the outside party'),
  link_replied: t('外单位回复', 'reply of the outside party'),
  link_revoked: t('收回链接', 'link revoked'),
  rated: t('评价', 'rated'),
  handed_over: t('工作移交', 'handed over'),
  moved_by_calendar: t('日历调整', 'calendar change'),
} as const satisfies Record<string, Text>

export type Op = keyof typeof ops

/** How a case can end other than by its own outcomes. */
export const endings = {
  withdrawn: { name: t('申请人撤回', 'Withdrawn'), good: false },
  terminated: { name: t('终止', 'Terminated'), good: false },
  upgraded: { name: t('已转为正式办件', 'Made a full case'), good: true },
} as const
