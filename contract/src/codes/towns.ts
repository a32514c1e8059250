import type { CodeIn, CodeList } from './code-list.ts'

/** The twenty towns and sub-districts of Miyun and its science park (GB/T 2260 with street codes, as of November 2024). */
export const towns = [
  { code: '110118001', zh: '鼓楼街道', en: 'Gulou Sub-district', also: ['鼓楼', '鼓楼街道办事处'] },
  { code: '110118002', zh: '果园街道', en: 'Guoyuan Sub-district', also: ['果园', '果园街道办事处'] },
  { code: '110118003', zh: '檀营地区', en: 'Tanying Area', also: ['檀营', '檀营满族蒙古族乡', '檀营乡'] },
  { code: '110118100', zh: '密云镇', en: 'Miyun Town', also: ['密云'] },
  { code: '110118101', zh: '溪翁庄镇', en: 'Xiwengzhuang Town', also: ['溪翁庄'] },
  { code: '110118102', zh: '西田各庄镇', en: 'Xitiangezhuang Town', also: ['西田各庄'] },
  { code: '110118103', zh: '十里堡镇', en: 'Shilipu Town', also: ['十里堡'] },
  { code: '110118104', zh: '河南寨镇', en: 'Henanzhai Town', also: ['河南寨'] },
  { code: '110118105', zh: '巨各庄镇', en: 'Jugezhuang Town', also: ['巨各庄'] },
  { code: '110118106', zh: '穆家峪镇', en: 'Mujiayu Town', also: ['穆家峪'] },
  { code: '110118107', zh: '太师屯镇', en: 'Taishitun Town', also: ['太师屯'] },
  { code: '110118108', zh: '高岭镇', en: 'Gaoling Town', also: ['高岭'] },
  { code: '110118109', zh: '不老屯镇', en: 'Bulaotun Town', also: ['不老屯'] },
  { code: '110118110', zh: '冯家峪镇', en: 'Fengjiayu Town', also: ['冯家峪'] },
  { code: '110118111', zh: '古北口镇', en: 'Gubeikou Town', also: ['古北口'] },
  { code: '110118112', zh: '大城子镇', en: 'Dachengzi Town', also: ['大城子'] },
  { code: '110118113', zh: '东邵渠镇', en: 'Dongshaoqu Town', also: ['东邵渠'] },
  { code: '110118114', zh: '北庄镇', en: 'Beizhuang Town', also: ['北庄'] },
  { code: '110118115', zh: '新城子镇', en: 'Xinchengzi Town', also: ['新城子'] },
  { code: '110118116', zh: '石城镇', en: 'Shicheng Town', also: ['石城'] },
  { code: '110118400', zh: '中关村科技园区密云园', en: 'Zhongguancun Miyun Park', also: ['密云园', '中关村密云园', '密云经济开发区', '开发区'] },
] as const satisfies CodeList
export type Town = CodeIn<typeof towns>
