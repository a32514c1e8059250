import type { PaperTemplate, Token } from '../template.ts'

const employer: Token = { name: 'employer', label: '用人单位', kind: 'text', example: '云递速运（北京）有限公司' }
const superior: Token = { name: 'superior', label: '上级工会', kind: 'text', example: '鼓楼街道总工会' }
const union: Token = { name: 'union', label: '工会名称', kind: 'text', example: '云递速运（北京）有限公司工会' }
const workers: Token = { name: 'workers', label: '职工人数', kind: 'number', example: 126 }
const women: Token = { name: 'women', label: '女职工人数', kind: 'number', example: 48 }
const willing: Token = { name: 'willing', label: '自愿入会人数', kind: 'number', example: 112 }
const years: Token = { name: 'years', label: '任期年数', kind: 'number', example: 3 }
const contact: Token = { name: 'contact', label: '联系人', kind: 'text', example: '许大川' }
const phone: Token = { name: 'phone', label: '联系电话', kind: 'text', example: '010-69000000' }
const requestNumber: Token = { name: 'request', label: '来文标题和文号', kind: 'text', example: '《关于成立工会的请示》（云递〔2026〕3号）' }

/** Forming a union: asked for, answered; elections: reported, answered (domain rules of 建会 and 换届). */
export const unionTemplates: readonly PaperTemplate[] = [
  {
    code: 'formation-request',
    kind: 'request',
    name: '建会请示',
    tokens: [
      employer,
      superior,
      workers,
      women,
      willing,
      years,
      { name: 'group', label: '筹备组成员', kind: 'list', example: ['许大川', '叶小舟', '何秋实'] },
      { name: 'seats', label: '委员会名额', kind: 'number', example: 5 },
      {
        name: 'candidates',
        label: '候选人名单',
        kind: 'table',
        example: [
          ['姓名', '性别', '年龄', '职务', '拟任工会职务'],
          ['许大川', '男', '33', '站点负责人', '主席'],
          ['叶小舟', '女', '28', '调度', '女职工委员会主任'],
        ],
      },
      contact,
      phone,
    ],
    text: {
      title: '关于成立{{employer}}工会委员会的请示',
      addressee: '{{superior}}',
      body: `根据《中华人民共和国工会法》《中国工会章程》有关规定，经与职工充分协商，我单位拟成立{{employer}}工会委员会。现将有关情况请示如下：
一、单位及职工情况
{{employer}}现有职工{{workers}}人，其中女职工{{women}}人；自愿申请加入工会的职工{{willing}}人。
二、筹备情况
已成立工会筹备组，成员为{{group}}。筹备组已开展宣传发动、会员登记等工作。
三、工会组织设置
拟召开第一次会员（代表）大会，选举产生第一届工会委员会，设委员{{seats}}名，任期{{years}}年；同时选举产生经费审查委员会、女职工委员会。候选人名单见附件。
妥否，请批示。`,
      annexes: [{ title: '第一届工会委员会候选人名单', body: '{{candidates}}' }],
      note: '联系人：{{contact}}；联系电话：{{phone}}',
      copies: '',
    },
  },
  {
    code: 'formation-reply',
    kind: 'reply',
    name: '同意建会批复',
    tokens: [{ name: 'group', label: '请示单位', kind: 'text', example: '云递速运（北京）有限公司工会筹备组' }, requestNumber, union, years],
    text: {
      title: '关于同意成立{{union}}的批复',
      addressee: '{{group}}',
      body: `你单位{{request}}收悉。经研究，现批复如下：
一、同意成立{{union}}。
二、请依照《中华人民共和国工会法》《中国工会章程》和《工会基层组织选举工作条例》，召开会员（代表）大会，民主选举产生工会委员会、经费审查委员会和女职工委员会，任期{{years}}年。单位主要负责人及其近亲属不得作为工会委员会成员的人选。
三、请于选举结束后十五日内将选举结果报我会审批，并及时办理工会法人资格登记、刻制印章、开立银行账户等事项。
此复。`,
      annexes: [],
      note: '',
      copies: '',
    },
  },
  {
    code: 'election-report',
    kind: 'report',
    name: '选举结果报告',
    tokens: [
      union,
      superior,
      { name: 'heldOn', label: '选举日期', kind: 'date', example: '2026-11-12' },
      { name: 'term', label: '届次', kind: 'text', example: '一' },
      { name: 'entitled', label: '应到人数', kind: 'number', example: 112 },
      { name: 'present', label: '实到人数', kind: 'number', example: 98 },
      {
        name: 'results',
        label: '选举结果',
        kind: 'table',
        example: [
          ['姓名', '职务', '得票数'],
          ['许大川', '主席', '95'],
          ['叶小舟', '女职工委员会主任', '93'],
        ],
      },
      contact,
      phone,
    ],
    text: {
      title: '关于{{union}}第{{term}}届委员会选举结果的报告',
      addressee: '{{superior}}',
      body: `{{heldOn}}，{{union}}召开第{{term}}次会员（代表）大会。现将选举结果报告如下：
一、会议情况
大会应到{{entitled}}人，实到{{present}}人，符合法定人数。大会以无记名投票方式进行了选举。
二、选举结果
选举结果如下：
{{results}}
特此报告，请予批复。`,
      annexes: [],
      note: '联系人：{{contact}}；联系电话：{{phone}}',
      copies: '',
    },
  },
  {
    code: 'election-reply',
    kind: 'reply',
    name: '选举结果批复',
    tokens: [
      union,
      { ...requestNumber, example: '《关于第一届委员会选举结果的报告》' },
      { name: 'term', label: '届次', kind: 'text', example: '一' },
      { name: 'members', label: '委员会组成人员', kind: 'list', example: ['许大川', '叶小舟', '何秋实'] },
      { name: 'chair', label: '主席', kind: 'text', example: '许大川' },
      { name: 'auditors', label: '经费审查委员会组成人员', kind: 'list', example: ['林溪言'], optional: true },
      { name: 'from', label: '任期起', kind: 'date', example: '2026-11-12' },
      { name: 'to', label: '任期止', kind: 'date', example: '2029-11-11' },
    ],
    text: {
      title: '关于{{union}}第{{term}}届委员会选举结果的批复',
      addressee: '{{union}}',
      body: `你会{{request}}收悉。经研究，现批复如下：
一、同意{{members}}为{{union}}第{{term}}届委员会委员，{{chair}}任主席。
二、同意经费审查委员会选举结果。组成人员：{{auditors}}。
三、本届任期自{{from}}至{{to}}。任期届满，应按期换届。
此复。`,
      annexes: [],
      note: '',
      copies: '',
    },
  },
]
