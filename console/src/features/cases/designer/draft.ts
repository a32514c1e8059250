import type { Design } from '@gongyou/contract/cases/designs.ts'
import type { Service } from '@gongyou/contract/cases/service.ts'

/** What is being designed: the declaration itself, and where it will be offered. */
export type Draft = { readonly service: Service; readonly orgId: string | null }

const emptyParts = { begunBy: [], begins: '' }

const parts = ['form', 'roles', 'states', 'actions', 'outcomes'] as const
const isBag = (v: unknown) => typeof v === 'object' && v !== null && !Array.isArray(v)

/** A design as the server keeps it may be half done; missing parts are empty ones. The server judges it again at every save. */
export const draftOf = (design: Pick<Design, 'definition' | 'orgId'>): Draft => ({
  service: {
    ...emptyParts,
    ...design.definition,
    ...Object.fromEntries(parts.filter((p) => !isBag(design.definition[p])).map((p) => [p, {}])),
  } as unknown as Service,
  orgId: design.orgId,
})

export type Patch<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** The thing with some traits changed; a trait set to nothing is taken away, as the declaration knows no empty ones. */
export const patched = <T extends object>(thing: T, patch: Patch<T>): T =>
  Object.fromEntries(Object.entries({ ...thing, ...patch }).filter(([, v]) => v !== undefined)) as T

/** `step3`, where `step1` and `step2` are taken. Names are made once and never change, whatever the thing is called. */
export const freshName = (taken: object, stem: string): string => {
  for (let n = 1; ; n++) if (!Object.hasOwn(taken, `${stem}${n}`)) return `${stem}${n}`
}

export type Part = 'form' | 'states' | 'actions' | 'roles' | 'outcomes' | 'clocks'

export const without = <T>(things: Readonly<Record<string, T>>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(things).filter(([key]) => key !== name))

/** Sets one named thing of a part. */
export const put = <P extends Part>(s: Service, part: P, name: string, thing: NonNullable<Service[P]>[string]): Service => ({
  ...s,
  [part]: { ...s[part], [name]: thing },
})

/** The things of a part in another order. */
export const inOrder = <T>(things: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> =>
  Object.fromEntries(names.flatMap((name) => (Object.hasOwn(things, name) ? [[name, things[name]!] as const] : [])))
