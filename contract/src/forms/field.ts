import type { Text } from '../kit/text.ts'
import type { Condition } from './condition.ts'
import type { SourceName } from './sources.ts'

/** One answer to choose. */
export type Option = { readonly code: string; readonly label: Text }
/** A civil date, or so many days from the day of filling in. */
export type DayBound = string | { readonly daysFromToday: number }
/** Texts with a form of their own, read and tidied by the validators of the kit. */
export type TextForm = 'phone' | 'id-number' | 'uscc' | 'bank-card' | 'email' | 'person-name' | 'time-of-day'
export type Secrecy = 'P1' | 'P2' | 'P3'

/** What every field carries. */
export type Common<Name extends string = string> = {
  readonly label: Text
  readonly hint?: Text
  /** May be left empty. */
  readonly optional?: true
  /** Asked only where this holds; an answer to a field that is not asked is dropped. */
  readonly when?: Condition<Name>
  /** Where the answer is already known: offered, not asked. */
  readonly from?: SourceName
  /** What is asked for, across all forms: the same code is remembered from last time and counted by the burden meter. */
  readonly asks?: string
  /** P3 answers (health, income, numbers of documents) are kept encrypted and opened in an audited act. */
  readonly secrecy?: Secrecy
  /** A heading before this field; on a phone it begins a new screen. */
  readonly section?: Text
}

/** What one line can hold: also the cells of a table. */
export type SimpleKind =
  | { readonly kind: 'text'; readonly lines?: number; readonly max?: number; readonly form?: TextForm }
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly decimals?: number; readonly unit?: Text }
  /** Whole cents. */
  | { readonly kind: 'money'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'date'; readonly notBefore?: DayBound; readonly notAfter?: DayBound }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }

export type Column = SimpleKind & { readonly label: Text; readonly optional?: true; readonly secrecy?: Secrecy }

export type RichKind =
  | { readonly kind: 'many'; readonly options: readonly Option[]; readonly min?: number; readonly max?: number }
  | { readonly kind: 'person' }
  | { readonly kind: 'organisation'; readonly kinds?: readonly string[] }
  | { readonly kind: 'employer' }
  /** One of the entries of a register that stand: a course, a lecturer, a studio. */
  | { readonly kind: 'entry'; readonly register: string }
  | { readonly kind: 'address'; readonly point?: true }
  | { readonly kind: 'table'; readonly columns: Readonly<Record<string, Column>>; readonly min?: number; readonly max?: number }
  | { readonly kind: 'files'; readonly accept: 'photo' | 'document' | 'any'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'signature' }
  | { readonly kind: 'consent'; readonly text: Text; readonly revision: string }

export type Field<Name extends string = string> = (SimpleKind | RichKind) & Common<Name>
export type FieldKind = Field['kind']

/** Fields by name, in the order in which they are asked. Names are `[a-z][A-Za-z0-9]*`, so that their order survives JSON. */
export type Form<Name extends string = string> = Readonly<Record<Name, Field<Name>>>

/** A record of the register, named. Persons and organisations of answers are always records. */
export type Reference = { id: string; name: string }
export type EmployerAnswer = { id?: string; name: string; uscc?: string }
/** `point` is longitude and latitude in GCJ-02. */
export type AddressAnswer = { town?: number; text: string; point?: readonly [number, number] }
export type FileAnswer = { id: string; name: string }
export type ConsentAnswer = { revision: string }

type SimpleAnswer<F> = F extends { kind: 'number' | 'money' }
  ? number
  : F extends { kind: 'choice'; options: readonly { code: infer C }[] }
    ? C
    : string

/** What a field is answered with. */
export type AnswerOf<F> = F extends { kind: 'many'; options: readonly { code: infer C }[] }
  ? readonly C[]
  : F extends { kind: 'person' | 'organisation' | 'entry' }
    ? Reference
    : F extends { kind: 'employer' }
      ? EmployerAnswer
      : F extends { kind: 'address' }
        ? AddressAnswer
        : F extends { kind: 'table'; columns: infer C }
          ? readonly { readonly [K in keyof C]?: SimpleAnswer<C[K]> }[]
          : F extends { kind: 'files' }
            ? readonly FileAnswer[]
            : F extends { kind: 'signature' }
              ? FileAnswer
              : F extends { kind: 'consent' }
                ? ConsentAnswer
                : SimpleAnswer<F>

type MayBeMissing<F> = F extends { optional: true } ? true : F extends { when: object } ? true : false

/** What a form, or the named part of it, is answered with: fields that may be left out are optional. */
export type AnswersOf<F, Names extends keyof F = keyof F> = {
  [K in Names as MayBeMissing<F[K]> extends true ? never : K]: AnswerOf<F[K]>
} & { [K in Names as MayBeMissing<F[K]> extends true ? K : never]?: AnswerOf<F[K]> }

/** Declares a form; literal types survive, and a condition that names no field does not compile. */
export const form = <const F extends Record<string, Field<Extract<keyof F, string>>>>(declared: F): F => declared

/** Answers as they are stored and sent. */
export type Answers = Readonly<Record<string, unknown>>
