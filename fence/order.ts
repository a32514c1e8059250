/** Features from left to right: each knows only those before it. The same order holds in every room. */
export const featureOrder = [
  'people',
  'organisations',
  'documents',
  'notices',
  'accounts',
  'audit',
  'clocks',
  'papers',
  'forms',
  'registers',
  'cases',
  'activities',
  'matchmaking',
  'venues',
  'membership',
  'organising',
  'hotline',
  'lawmenu',
  'skills',
  'statistics',
  'returns',
  'reports',
] as const

/** Rooms and what they may import of ours. */
export const roomRules = [
  {
    from: '^contract/src/kit/',
    may: ['^contract/src/kit/'],
    because: 'the kit of the contract is pure: it knows no feature, no code list, no other room',
  },
  { from: '^contract/src/codes/', may: ['^contract/src/(codes|kit)/'], because: 'code lists know only the kit' },
  { from: '^contract/src/', may: ['^contract/src/'], because: 'nothing in the contract knows that a server or a screen exists' },
  { from: '^server/src/kit/', may: ['^server/src/kit/', '^contract/src/'], because: 'the kit of the server knows no feature' },
  {
    from: '^server/src/features/',
    may: ['^server/src/(kit|features)/', '^contract/src/'],
    because: 'a feature knows the kit, the contract and features to its left',
  },
  { from: '^console/src/', may: ['^console/src/', '^contract/src/'], because: 'the console speaks to the server only through the contract' },
  { from: '^mobile/src/', may: ['^mobile/src/', '^contract/src/'], because: 'the phone pages speak to the server only through the contract' },
] as const

/** What only the contract's routes may bring: everything else there must run on a phone without zod. */
export const zodFree = /^contract\/src\/(codes\/|forms\/(?!routes|definition)|kit\/(?!problem|shapes|route))/
