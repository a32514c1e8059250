import type { PaperTemplate, Token } from '../template.ts'

const order: Token = { name: 'order', label: '工单编号', kind: 'text', example: '京热20261118000123' }
const receivedOn: Token = { name: 'receivedOn', label: '收到日期', kind: 'date', example: '2026-11-18' }
const matter: Token = { name: 'matter', label: '诉求事项', kind: 'text', example: '反映站点未为骑手配备冬季防寒用品' }
const answer: Token = { name: 'answer', label: '办理结果', kind: 'lines', example: '经与站点沟通，防寒用品已于11月19日发放到位。' }
const contact: Token = { name: 'contact', label: '联系人', kind: 'text', example: '林溪言' }
const phone: Token = { name: 'phone', label: '联系电话', kind: 'text', example: '010-69000000' }
const party: Token = { name: 'party', label: '主送单位', kind: 'text', example: '果园街道总工会' }
const dueOn: Token = { name: 'dueOn', label: '办结期限', kind: 'date', example: '2026-11-25' }

/** Answers to the hotline, referrals, and the two papers everybody writes. */
export const serviceTemplates: readonly PaperTemplate[] = [
  {
    code: 'hotline-answer',
    kind: 'letter',
    name: '12345 答复函',
    tokens: [{ ...party, example: '密云区政务服务热线中心' }, order, receivedOn, matter, answer, contact, phone],
    text: {
      title: '关于{{order}}号工单办理情况的函',
      addressee: '{{party}}',
      body: `{{receivedOn}}，我会收到你单位转来的{{order}}号工单，{{matter}}。现将办理情况函告如下：
一、办理情况
{{answer}}
二、沟通情况
已将办理结果告知诉求人，并听取其意见。
特此函复。`,
      annexes: [],
      note: '联系人：{{contact}}；联系电话：{{phone}}',
      copies: '',
    },
  },
  {
    code: 'referral',
    kind: 'referral',
    name: '转办单',
    tokens: [
      party,
      { name: 'source', label: '来源', kind: 'text', example: '12345市民服务热线' },
      receivedOn,
      matter,
      { name: 'request', label: '办理要求', kind: 'lines', example: '请与诉求人联系，核实情况并依规办理。' },
      dueOn,
      contact,
      phone,
    ],
    text: {
      title: '关于转办有关诉求事项的通知单',
      addressee: '{{party}}',
      body: `{{receivedOn}}，我会收到{{source}}反映的诉求事项，现转你单位办理。
| 项目 | 内容 |
| 诉求事项 | {{matter}} |
| 办结期限 | {{dueOn}} |
办理要求：{{request}}
请于办结期限前将办理结果书面反馈我会。办理中请注意保护诉求人个人信息。`,
      annexes: [],
      note: '联系人：{{contact}}；联系电话：{{phone}}',
      copies: '',
    },
  },
  {
    code: 'notice',
    kind: 'notice',
    name: '通知',
    tokens: [
      { name: 'subject', label: '事由', kind: 'text', example: '做好2026年冬季送温暖工作' },
      { ...party, example: '各镇街总工会、直属工会' },
      { name: 'basis', label: '缘由', kind: 'text', example: '为切实做好困难职工帮扶工作' },
      {
        name: 'matters',
        label: '通知事项',
        kind: 'lines',
        example: '一、摸清底数\n各级工会要逐户走访，做到不漏一户。\n二、按时报送\n请于2026年12月10日前将走访情况报区总工会。',
      },
    ],
    text: {
      title: '关于{{subject}}的通知',
      addressee: '{{party}}',
      body: `{{basis}}，现就有关事项通知如下：
{{matters}}
特此通知。`,
      annexes: [],
      note: '',
      copies: '',
    },
  },
  {
    code: 'letter',
    kind: 'letter',
    name: '函',
    tokens: [
      { name: 'subject', label: '事由', kind: 'text', example: '商请提供灵活就业人员参保情况' },
      { ...party, example: '密云区人力资源和社会保障局' },
      {
        name: 'matters',
        label: '函商事项',
        kind: 'lines',
        example: '为做好新就业形态劳动者服务工作，商请贵局提供有关统计情况。所提供的情况仅用于工会服务。',
      },
      contact,
      phone,
    ],
    text: {
      title: '关于{{subject}}的函',
      addressee: '{{party}}',
      body: `{{matters}}
专此函达，请予支持并函复。`,
      annexes: [],
      note: '联系人：{{contact}}；联系电话：{{phone}}',
      copies: '',
    },
  },
]
