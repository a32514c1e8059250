import type { CodeIn, CodeList } from './code-list.ts'

/** Sex (GB/T 2261.1-2003). */
export const sexes = [
  { code: '1', zh: '男', en: 'Male', also: ['男性', 'm'] },
  { code: '2', zh: '女', en: 'Female', also: ['女性', 'f'] },
  { code: '0', zh: '未知', en: 'Unknown', also: ['未知的性别'] },
  { code: '9', zh: '未说明', en: 'Not stated', also: ['未说明的性别'] },
] as const satisfies CodeList
export type Sex = CodeIn<typeof sexes>

/** Political status (GB/T 4762-1984). Privacy class P3: party membership is treated as sensitive. */
export const politicalStatuses = [
  { code: '01', zh: '中共党员', en: 'Member of the Communist Party of China', also: ['党员', '中国共产党党员', '共产党员', '正式党员'] },
  { code: '02', zh: '中共预备党员', en: 'Probationary Party member', also: ['预备党员', '中国共产党预备党员'] },
  { code: '03', zh: '共青团员', en: 'Member of the Communist Youth League', also: ['团员', '中国共产主义青年团团员'] },
  { code: '04', zh: '民革党员', en: 'Revolutionary Committee of the Kuomintang', also: ['民革', '民革会员', '中国国民党革命委员会会员'] },
  { code: '05', zh: '民盟盟员', en: 'China Democratic League', also: ['民盟', '中国民主同盟盟员'] },
  { code: '06', zh: '民建会员', en: 'China National Democratic Construction Association', also: ['民建', '中国民主建国会会员'] },
  { code: '07', zh: '民进会员', en: 'China Association for Promoting Democracy', also: ['民进', '中国民主促进会会员'] },
  { code: '08', zh: '农工党党员', en: "Chinese Peasants' and Workers' Democratic Party", also: ['农工党', '中国农工民主党党员'] },
  { code: '09', zh: '致公党党员', en: 'China Zhi Gong Party', also: ['致公党', '中国致公党党员'] },
  { code: '10', zh: '九三学社社员', en: 'Jiusan Society', also: ['九三学社', '九三社员'] },
  { code: '11', zh: '台盟盟员', en: 'Taiwan Democratic Self-Government League', also: ['台盟', '台湾民主自治同盟盟员'] },
  { code: '12', zh: '无党派人士', en: 'Without party affiliation', also: ['无党派', '无党派民主人士'] },
  { code: '13', zh: '群众', en: 'None', also: ['普通群众', '普通公民', '无'] },
] as const satisfies CodeList
export type PoliticalStatus = CodeIn<typeof politicalStatuses>

/** Education (GB/T 4658-2006, main classes); the fine codes of the municipal sheet are accepted as synonyms. */
export const educations = [
  {
    code: '10',
    zh: '研究生',
    en: 'Postgraduate',
    also: ['硕士', '博士', '硕士研究生', '博士研究生', '研究生教育', '11', '12', '13', '14', '15', '16', '17', '18', '19'],
  },
  { code: '20', zh: '大学本科', en: 'Bachelor', also: ['本科', '大本', '大学', '学士', '本科毕业', '大学本科教育', '21', '22', '23', '28', '29'] },
  { code: '30', zh: '大学专科', en: 'Junior college', also: ['专科', '大专', '高职', '大学专科教育', '31', '32', '33', '38', '39'] },
  {
    code: '40',
    zh: '中等职业教育',
    en: 'Secondary vocational',
    also: ['中职', '中专', '中技', '职高', '技校', '职业高中', '技工学校', '41', '42', '43', '44', '45', '46', '47', '48', '49'],
  },
  { code: '60', zh: '普通高级中学', en: 'Senior secondary', also: ['高中', '普通高中', '高级中学', '61', '62', '63'] },
  { code: '70', zh: '初级中学', en: 'Junior secondary', also: ['初中', '71', '72', '73'] },
  { code: '80', zh: '小学', en: 'Primary', also: ['小学教育', '81', '83'] },
  { code: '90', zh: '其他', en: 'Other', also: ['其它', '文盲', '半文盲'] },
] as const satisfies CodeList
export type Education = CodeIn<typeof educations>

/** Household registration; since the reform of 2014 new booklets say “居民” only. */
export const householdTypes = [
  { code: 'urban', zh: '非农业', en: 'Non-agricultural', also: ['非农', '城镇', '非农业户口', '城镇户口'] },
  { code: 'rural', zh: '农业', en: 'Agricultural', also: ['农村', '农业户口', '农村户口'] },
  { code: 'resident', zh: '居民', en: 'Resident (unified)', also: ['居民户口', '家庭户'] },
] as const satisfies CodeList
export type HouseholdType = CodeIn<typeof householdTypes>
