import type { PaperTemplate, Token } from '../template.ts'

const employer: Token = { name: 'employer', label: '用人单位', kind: 'text', example: '闪鹿外卖（北京）有限公司' }
const facts: Token = {
  name: 'facts',
  label: '事实',
  kind: 'lines',
  example: '你单位自2026年7月起未按月足额支付部分职工加班费，涉及职工12人。',
}
const laws: Token = { name: 'laws', label: '法律依据', kind: 'text', example: '《中华人民共和国劳动法》第四十四条' }
const demand: Token = { name: 'demand', label: '要求或建议', kind: 'lines', example: '核实并足额补发加班费；完善考勤和加班审批制度。' }
const dueOn: Token = { name: 'dueOn', label: '答复期限', kind: 'date', example: '2026-12-10' }
const contact: Token = { name: 'contact', label: '联系人', kind: 'text', example: '林溪言' }
const phone: Token = { name: 'phone', label: '联系电话', kind: 'text', example: '010-69000000' }
const note = '联系人：{{contact}}；联系电话：{{phone}}'

/** 一函两书: the three papers of the union's supervision of labour law (工会法 arts. 22, 23, 26). */
export const supervisionTemplates: readonly PaperTemplate[] = [
  {
    code: 'reminder-letter',
    kind: 'reminder_letter',
    name: '工会劳动法律监督提示函',
    tokens: [employer, { ...facts, label: '风险或问题' }, laws, demand, dueOn, contact, phone],
    text: {
      title: '工会劳动法律监督提示函',
      addressee: '{{employer}}',
      body: `根据《中华人民共和国工会法》和工会劳动法律监督有关规定，现就你单位劳动用工中应当注意的问题提示如下：
一、情况
{{facts}}
二、依据
{{laws}}。
三、提示
{{demand}}
请你单位认真对照检查，及时防范和化解风险，并于{{dueOn}}前将有关情况书面告知我会。`,
      annexes: [],
      note,
      copies: '',
    },
  },
  {
    code: 'opinion-letter',
    kind: 'opinion_letter',
    name: '工会劳动法律监督意见书',
    tokens: [employer, facts, laws, { ...demand, label: '改正要求' }, dueOn, contact, phone],
    text: {
      title: '工会劳动法律监督意见书',
      addressee: '{{employer}}',
      body: `经调查核实，你单位在遵守劳动法律法规方面存在以下问题：
一、事实
{{facts}}
二、依据
上述情形不符合{{laws}}的规定。
三、意见
根据《中华人民共和国工会法》第二十三条，现提出如下意见：
{{demand}}
请你单位于{{dueOn}}前改正，并将改正情况书面答复我会。逾期不答复或者拒不改正的，我会将提请有关部门依法处理。`,
      annexes: [],
      note,
      copies: '',
    },
  },
  {
    code: 'recommendation-letter',
    kind: 'recommendation_letter',
    name: '工会劳动法律监督建议书',
    tokens: [
      { name: 'authority', label: '主送机关', kind: 'text', example: '密云区人力资源和社会保障局' },
      employer,
      { name: 'opinion', label: '意见书文号', kind: 'text', example: '密工意〔2026〕3号' },
      { name: 'servedOn', label: '意见书送达日期', kind: 'date', example: '2026-10-20' },
      facts,
      laws,
      { ...demand, label: '建议' },
      contact,
      phone,
      { name: 'copyTo', label: '抄送', kind: 'text', example: '密云区人民检察院', optional: true },
    ],
    text: {
      title: '工会劳动法律监督建议书',
      addressee: '{{authority}}',
      body: `{{servedOn}}，我会向{{employer}}送达工会劳动法律监督意见书（{{opinion}}），该单位逾期未改正。现将有关情况通报如下：
一、事实
{{facts}}
二、依据
上述情形不符合{{laws}}的规定。
三、建议
根据《中华人民共和国工会法》第二十三条，建议你单位依法处理：
{{demand}}
请将处理结果告知我会。`,
      annexes: [],
      note,
      copies: '{{copyTo}}',
    },
  },
]
