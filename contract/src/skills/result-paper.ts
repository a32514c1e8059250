import type { PaperTemplate } from '../papers/template.ts'

/** The public notice of a result: 公示. */
export const contestTemplates: readonly PaperTemplate[] = [
  {
    code: 'contest-result',
    kind: 'notice',
    name: '竞赛成绩公示',
    tokens: [
      { name: 'contest', label: '竞赛名称', kind: 'text', example: '第三届“工匠杯”职工技能大赛' },
      { name: 'trade', label: '工种', kind: 'text', example: '养蜂' },
      { name: 'party', label: '主送单位', kind: 'text', example: '各镇街总工会、直属工会' },
      {
        name: 'ranking',
        label: '名次表',
        kind: 'table',
        example: [
          ['名次', '姓名', '单位', '成绩'],
          ['1', '苗青川', '云岭食品有限公司工会', '91.50'],
        ],
      },
      { name: 'from', label: '公示开始', kind: 'date', example: '2026-11-20' },
      { name: 'until', label: '公示截止', kind: 'date', example: '2026-11-27' },
      { name: 'phone', label: '联系电话', kind: 'text', example: '010-69000000' },
    ],
    text: {
      title: '关于{{contest}}{{trade}}比赛成绩的公示',
      addressee: '{{party}}',
      body: `{{contest}}{{trade}}比赛已结束。经评委评分、统一开封、核对汇总，现将成绩公示如下：
{{ranking}}
公示时间为{{from}}至{{until}}。公示期间如有异议，请实名向我会职工发展部反映，由仲裁组核查并答复。`,
      annexes: [],
      note: '联系电话：{{phone}}',
      copies: '',
    },
  },
]
