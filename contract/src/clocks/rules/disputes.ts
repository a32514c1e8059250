import { t } from '../../kit/text.ts'
import { days, rule } from '../rule-declaration.ts'

/** 劳动争议调解、仲裁、诉讼。 */
export const disputes = [
  rule(
    'mediation_15d',
    days(15),
    t('达成调解协议，期满可申请仲裁', 'Reach agreement; afterwards arbitration is open'),
    t('调解组织收到调解申请', 'Mediation body receives the application'),
    ['劳动争议调解仲裁法 第14条', 'L'],
  ),
  rule(
    'nef_mediation',
    days(15),
    t('新就业形态劳动者争议调解结束', 'End mediation of a new-form worker’s dispute'),
    t('受理', 'Accepted'),
    ['人社厅发〔2024〕4号；京人社仲发〔2025〕1号', 'W'],
    { extension: 15, note: '双方同意可以延长，最多15日' },
  ),
  rule(
    'arb_limitation',
    [1, 'years'],
    t('申请劳动仲裁（仲裁时效）', 'Apply for arbitration (limitation)'),
    t('知道或者应当知道权利被侵害', 'Knew or should have known of the infringement'),
    ['劳动争议调解仲裁法 第27条', 'L'],
    { note: '在职期间拖欠劳动报酬不受限制，劳动关系终止的自终止之日起一年' },
  ),
  rule(
    'arb_accept',
    days(5),
    t('仲裁委决定受理或书面不予受理', 'Accept or refuse in writing'),
    t('收到仲裁申请', 'Arbitration application received'),
    ['劳动争议调解仲裁法 第29条', 'L'],
  ),
  rule('arb_award', days(45), t('仲裁裁决', 'Award'), t('受理仲裁申请', 'Application accepted'), ['劳动争议调解仲裁法 第43条', 'L'], {
    extension: 15,
    note: '案情复杂，经批准可以延长',
  }),
  rule('arb_sue', days(15), t('不服裁决向法院起诉', 'Sue after the award'), t('收到裁决书', 'Award received'), [
    '劳动争议调解仲裁法 第48、50条',
    'L',
  ]),
  rule(
    'judicial_confirm',
    days(30),
    t('共同申请司法确认', 'Joint request for judicial confirmation'),
    t('人民调解协议生效', 'Mediation agreement takes effect'),
    ['人民调解法 第33条', 'L'],
  ),
  rule(
    'arb_review',
    days(15),
    t('共同申请仲裁审查', 'Joint request for arbitration review'),
    t('企业或调解委员会的调解协议生效', 'Mediation agreement takes effect'),
    ['企业劳动争议协商调解规定（2011）', 'K'],
    { note: '条文号待核' },
  ),
  rule(
    'pay_order',
    [0, 'none'],
    t('申请支付令', 'Ask the court for a payment order'),
    t('报酬、工伤费、补偿的协议未按期履行', 'Agreement on pay or compensation not performed'),
    ['劳动争议调解仲裁法 第16条', 'L'],
  ),
] as const
