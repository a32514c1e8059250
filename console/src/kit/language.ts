export { chooseLanguage, language, say } from '@gongyou/contract/kit/language.ts'
