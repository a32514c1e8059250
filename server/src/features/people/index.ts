export { identityHash, sealedPlace } from './identity.ts'
export { searchKeyOf } from './pinyin.ts'
export { agree, findByIdentity, register, type NewPerson } from './register.ts'
export { peopleTasks } from './reseal.ts'
