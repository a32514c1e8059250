import { service } from '../cases/service.ts'
import { t } from '../kit/text.ts'

const asked = (zh: string, en: string) =>
  ({
    kind: 'choice',
    label: t(zh, en),
    options: [
      { code: 'yes', label: t('是', 'Yes') },
      { code: 'no', label: t('否', 'No') },
      { code: 'unreached', label: t('未联系上', 'Not reached') },
    ],
  }) as const

/**
 * 12345 / 12351 工单. 北京市接诉即办工作条例: the first receiver may not push away (Art. 14); objection goes to the hotline body
 * (Art. 12); answer by the date printed on the order (Art. 13); extension with reason (Art. 15); call back (Art. 23); rates of
 * responding, solving, satisfying (Art. 32); privacy (Arts. 8, 35). Where no date is printed the usual limits apply (setting).
 */
export const hotlineOrder = service({
  code: 'hotline-order',
  revision: 2,
  letters: 'RX',
  title: t('热线工单', 'Hotline order'),
  summary: t('12345、12351 派来的诉求，按工单所注期限答复。', 'Requests sent by 12345 or 12351, answered by the printed date.'),
  begunBy: ['office'],
  form: {
    order: { kind: 'text', label: t('工单编号', 'Order number'), max: 40 },
    source: {
      kind: 'choice',
      label: t('来源', 'Source'),
      options: [
        { code: '12345', label: t('12345 市民热线', '12345') },
        { code: '12351', label: t('12351 职工热线', '12351') },
      ],
    },
    receivedOn: { kind: 'date', label: t('派单日期', 'Received'), notAfter: { daysFromToday: 0 } },
    dueOn: { kind: 'date', label: t('工单所注答复期限', 'Printed date'), optional: true },
    dueTime: {
      kind: 'text',
      form: 'time-of-day',
      label: t('所注时刻', 'Printed time'),
      hint: t('工单注明几点前答复的填写，如 18:00；没注明的按当日结束', 'Where the order says by what time, like 18:00; else the day ends it'),
      optional: true,
      when: { of: 'dueOn', answered: true },
    },
    urgency: {
      kind: 'choice',
      label: t('紧急程度', 'Urgency'),
      options: [
        { code: 'ordinary', label: t('一般', 'Ordinary') },
        { code: 'complex', label: t('复杂', 'Complex') },
        { code: 'supply', label: t('水电气热等', 'Water, power, heat') },
        { code: 'danger', label: t('突发危险', 'Sudden danger') },
      ],
    },
    category: {
      kind: 'choice',
      label: t('诉求类别', 'Category'),
      options: [
        { code: 'wages', label: t('欠薪与加班费', 'Wages') },
        { code: 'contract', label: t('劳动合同', 'Contract') },
        { code: 'injury', label: t('工伤与社保', 'Injury and insurance') },
        { code: 'platform', label: t('新就业形态', 'Platform work') },
        { code: 'union', label: t('工会组织与会员', 'Union and membership') },
        { code: 'welfare', label: t('福利与服务', 'Welfare and services') },
        { code: 'other', label: t('其他', 'Other') },
      ],
    },
    matter: { kind: 'text', label: t('诉求内容', 'What is asked'), lines: 5, max: 4000 },
    about: { kind: 'text', label: t('涉及单位', 'Employer concerned'), max: 120, optional: true },
    caller: { kind: 'text', label: t('诉求人', 'Caller'), max: 60, optional: true, secrecy: 'P3' },
    callerPhone: { kind: 'text', label: t('诉求人电话', 'Phone of the caller'), max: 40, optional: true, secrecy: 'P3' },
    objection: { kind: 'text', label: t('异议理由', 'Why it is not ours'), lines: 3, max: 1000 },
    unit: { kind: 'organisation', label: t('承办单位', 'Who handles it') },
    request: { kind: 'text', label: t('办理要求', 'What is required'), lines: 2, max: 500, optional: true },
    contactedOn: { kind: 'date', label: t('联系诉求人日期', 'Caller contacted on'), notAfter: { daysFromToday: 0 } },
    answer: { kind: 'text', label: t('办理结果', 'Answer'), lines: 6, max: 4000 },
    evidence: { kind: 'files', accept: 'any', label: t('办理材料', 'Evidence'), max: 20, optional: true },
    otherWay: {
      kind: 'choice',
      label: t('依法走其他途径', 'Goes another way'),
      options: [
        { code: 'arbitration', label: t('已进入仲裁', 'In arbitration') },
        { code: 'court', label: t('已进入诉讼', 'In court') },
        { code: 'petition', label: t('已进入信访', 'In petition') },
      ],
    },
    responded: asked('是否响应', 'Responded?'),
    solved: asked('是否解决', 'Solved?'),
    satisfied: asked('是否满意', 'Satisfied?'),
  },
  asksAtStart: ['order', 'source', 'receivedOn', 'dueOn', 'dueTime', 'urgency', 'category', 'matter', 'about', 'caller', 'callerPhone'],
  roles: {
    office: { name: t('区总办公室', 'General office'), posts: ['office_officer', 'office_head'], at: 'district' },
    handler: {
      name: t('承办单位', 'Handler'),
      posts: ['station_head', 'deputy_station_head', 'union_social_worker', 'town_chair', 'rights_officer', 'rights_head'],
      at: 'station',
    },
  },
  states: {
    received: { name: t('待派', 'To assign') },
    objected: { name: t('已提异议', 'Objected') },
    handling: { name: t('承办中', 'Being handled') },
    checking: { name: t('待审核', 'To be checked') },
    answered: { name: t('已答复，待回访', 'Answered, call back due') },
    closed: { name: t('已办结', 'Closed'), final: true },
    returned: { name: t('已退单', 'Returned'), final: true },
    elsewhere: { name: t('转其他途径', 'Another way'), final: true },
  },
  begins: 'received',
  actions: {
    assign: {
      name: t('派单', 'Assign'),
      from: 'received',
      to: 'handling',
      by: 'office',
      asks: ['unit', 'request'],
      effect: 'hotline.assign',
      paper: 'referral',
    },
    object: { name: t('提出异议', 'Object'), from: 'received', to: 'objected', by: 'office', asks: ['objection'], plain: true },
    objectionKept: { name: t('热线同意退单', 'Hotline takes it back'), from: 'objected', to: 'returned', by: 'office', outcome: 'not_ours' },
    objectionLost: { name: t('热线不同意，继续承办', 'Hotline keeps it here'), from: 'objected', to: 'received', by: 'office' },
    answer: {
      name: t('报送办理结果', 'Report the result'),
      from: 'handling',
      to: 'checking',
      by: 'handler',
      asks: ['contactedOn', 'answer', 'evidence'],
    },
    improve: {
      name: t('退回补充', 'Back for more'),
      from: 'checking',
      to: 'handling',
      by: 'office',
      words: 'opinion',
      wordsNeeded: true,
      plain: true,
    },
    reply: {
      name: t('答复热线', 'Answer the hotline'),
      from: 'checking',
      to: 'answered',
      by: 'office',
      words: 'opinion',
      effect: 'hotline.answered',
      paper: 'hotline-answer',
    },
    goElsewhere: {
      name: t('转其他途径', 'Another way'),
      from: ['handling', 'checking'],
      to: 'elsewhere',
      by: 'office',
      asks: ['otherWay'],
      words: 'opinion',
      wordsNeeded: true,
      outcome: 'elsewhere',
      plain: true,
    },
    calledBack: {
      name: t('登记回访结果', 'Enter the call back'),
      from: 'answered',
      to: 'closed',
      by: 'office',
      asks: ['responded', 'solved', 'satisfied'],
      outcome: 'answered',
      effect: 'hotline.called-back',
    },
    again: {
      name: t('回访不满意，重新办理', 'Handle again'),
      from: 'answered',
      to: 'handling',
      by: 'office',
      asks: ['responded', 'solved', 'satisfied'],
      words: 'opinion',
      effect: 'hotline.called-back',
      when: {
        any: [
          { of: 'solved', is: 'no' },
          { of: 'satisfied', is: 'no' },
        ],
      },
    },
  },
  outcomes: {
    answered: { name: t('已答复', 'Answered'), good: true },
    not_ours: { name: t('非本会职责', 'Not ours'), good: false },
    elsewhere: { name: t('转其他途径', 'Another way'), good: false },
  },
  clocks: {
    printed: {
      name: t('答复热线', 'Answer the hotline'),
      in: ['received', 'objected', 'handling', 'checking'],
      rule: 'hotline_due',
      printed: 'dueOn',
      printedTime: 'dueTime',
      from: 'receivedOn',
      when: { of: 'dueOn', answered: true },
      owner: 'handler',
      head: 'office',
    },
    ordinary: {
      name: t('答复热线', 'Answer the hotline'),
      in: ['received', 'objected', 'handling', 'checking'],
      rule: 'hotline_ordinary',
      from: 'receivedOn',
      when: {
        all: [
          { of: 'dueOn', answered: false },
          { of: 'urgency', is: 'ordinary' },
        ],
      },
      owner: 'handler',
      head: 'office',
    },
    complex: {
      name: t('答复热线', 'Answer the hotline'),
      in: ['received', 'objected', 'handling', 'checking'],
      rule: 'hotline_complex',
      from: 'receivedOn',
      when: {
        all: [
          { of: 'dueOn', answered: false },
          { of: 'urgency', is: 'complex' },
        ],
      },
      owner: 'handler',
      head: 'office',
    },
    supply: {
      name: t('答复热线', 'Answer the hotline'),
      in: ['received', 'objected', 'handling', 'checking'],
      rule: 'hotline_supply',
      when: {
        all: [
          { of: 'dueOn', answered: false },
          { of: 'urgency', is: 'supply' },
        ],
      },
      owner: 'handler',
      head: 'office',
    },
    danger: {
      name: t('答复热线', 'Answer the hotline'),
      in: ['received', 'objected', 'handling', 'checking'],
      rule: 'hotline_danger',
      when: {
        all: [
          { of: 'dueOn', answered: false },
          { of: 'urgency', is: 'danger' },
        ],
      },
      owner: 'handler',
      head: 'office',
    },
  },
  counts: { split: 'category' },
})
