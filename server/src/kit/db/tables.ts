// Drawn from the migrated database by `npm run schema`; do not edit.
import type { ColumnType } from 'kysely'

type Instant = ColumnType<Date, Date, Date>
type Json = ColumnType<unknown, string, string>
type Nullable<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S | null, I | null | undefined, U | null> : T | null
type Preset<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

export type Tables = {
  /** How a person signs in: staff by login, workers by phone */
  'accounts.account': {
    region: number
    id: string
    person_id: string
    login: string | null
    password_hash: string | null
    totp_cipher: Buffer | null
    totp_key_id: number | null
    totp_last_step: number | null
    staff: Preset<boolean>
    failed_tries: Preset<number>
    locked_until: Nullable<Instant>
    disabled_at: Nullable<Instant>
    created_at: Instant
    changed_at: Instant
  }
  /** Emergency access: a reason, four hours at most, reviewed afterwards */
  'accounts.break_glass': {
    region: number
    id: string
    person_id: string
    org_id: string
    rights: string[]
    because: string
    from_at: Instant
    until_at: Instant
    ended_at: Nullable<Instant>
    reviewed_at: Nullable<Instant>
    reviewed_by: string | null
    verdict: string | null
    review_note: string | null
  }
  /** One-time codes and sign-in steps under way; five wrong tries end one */
  'accounts.challenge': {
    region: number
    id: string
    kind: string
    account_id: string | null
    mobile: string | null
    secret_hash: Buffer | null
    wanted: string | null
    tries: Preset<number>
    created_at: Instant
    expires_at: Instant
    used_at: Nullable<Instant>
    cipher: Buffer | null
    key_id: number | null
  }
  /** A post holder lends rights to another person, always with an end */
  'accounts.delegation': {
    region: number
    id: string
    post_id: string
    to_person_id: string
    rights: string[]
    because: string
    from_at: Instant
    until_at: Instant
    ended_at: Nullable<Instant>
  }
  /** WebAuthn credentials of staff */
  'accounts.passkey': {
    region: number
    id: string
    account_id: string
    public_key: Buffer
    counter: number
    transports: Preset<string>
    label: string
    created_at: Instant
    used_at: Nullable<Instant>
  }
  /** Signed-in browsers and API tokens */
  'accounts.session': {
    region: number
    token_hash: Buffer
    id: string
    account_id: string
    kind: string
    label: Preset<string>
    rights: string[] | null
    created_at: Instant
    seen_at: Instant
    expires_at: Instant
    ended_at: Nullable<Instant>
    as_staff: Preset<boolean>
  }
  /** Anything with a time, a place and people; one or more sessions */
  'activities.activity': {
    region: number
    id: string
    kind: string
    revision: number
    title: string
    about: Preset<string>
    org_id: string
    town: number | null
    contact: Preset<string>
    programme: Preset<string>
    series_id: string | null
    template: Preset<boolean>
    state: string
    whole: Preset<boolean>
    answers: Preset<Json>
    questions: Preset<Json>
    rules: Preset<Json>
    party_most: Preset<number>
    case_id: string | null
    because: Preset<string>
    created_at: Instant
    created_by: string | null
    published_at: Nullable<Instant>
    changed_at: Instant
    version: Preset<number>
    asked_case: string | null
  }
  /** Who was there, how it was seen, and when */
  'activities.attendance': {
    region: number
    id: string
    session_id: string
    person_id: string
    sign_up_id: string | null
    heads: Preset<number>
    via: string
    at: Instant
    received_at: Instant
    by_person: string | null
    device: Preset<string>
    act_id: string
    undone_at: Nullable<Instant>
  }
  /** Draws of places: the revealed seed and the published list, which anyone can run again; append-only */
  'activities.draw': {
    region: number
    pool_id: string
    seed: Buffer
    word: Preset<string>
    file: string
    at: Instant
    by_person: string | null
  }
  /** Photographs and papers that show a session took place, with time and place */
  'activities.evidence': {
    region: number
    id: string
    session_id: string
    file_id: string
    taken_at: Instant
    lon: number | null
    lat: number | null
    place: Preset<string>
    said: Preset<string>
    at: Instant
    by_person: string | null
    sort: Preset<string>
    removed_at: Nullable<Instant>
    removed_because: string | null
  }
  /** Secret addresses of personal calendars; only the hash is kept */
  'activities.feed': {
    region: number
    token_hash: Buffer
    person_id: string
    created_at: Instant
    ended_at: Nullable<Instant>
  }
  /** Published revisions of kinds of activity; never edited, only retired */
  'activities.kind': {
    region: number
    code: string
    revision: number
    definition: Json
    digest: Buffer
    title: string
    made_by: string
    because: Preset<string>
    published_at: Instant
    published_by: string | null
    retired_at: Nullable<Instant>
  }
  /** A kind of activity an officer is designing; becomes the next revision when published */
  'activities.kind_draft': {
    region: number
    id: string
    code: string
    definition: Json
    made_by: string | null
    changed_at: Instant
    version: Preset<number>
  }
  /** Seats one signs up for: of one session, or of a whole course; its row is the lock of a rush */
  'activities.pool': {
    region: number
    id: string
    activity_id: string
    seats: number | null
    standby_seats: Preset<number>
    taken: Preset<number>
    standby: Preset<number>
    counted: Preset<number>
    opens_at: Instant
    closes_at: Instant
    cancel_until: Instant
    rule: string
    first_timers: Preset<boolean>
    seed_hash: Buffer | null
    seed_sealed: Buffer | null
    seed_key: number | null
    drawn_at: Nullable<Instant>
    men_seats: number | null
    men_taken: Preset<number>
    women_seats: number | null
    women_taken: Preset<number>
  }
  /** At most so many seats for members of one union and those beneath it */
  'activities.quota': {
    region: number
    pool_id: string
    org_id: string
    seats: number
    taken: Preset<number>
  }
  /** What those who were there thought of it; one for each attendance */
  'activities.rating': {
    region: number
    attendance_id: string
    session_id: string
    person_id: string
    stars: number
    said: Preset<string>
    at: Instant
    case_id: string | null
  }
  /** One time and place of an activity */
  'activities.session': {
    region: number
    id: string
    activity_id: string
    pool_id: string
    number: number
    starts_at: Instant
    ends_at: Instant
    place: string
    address: Preset<string>
    lon: number | null
    lat: number | null
    audience: string | null
    head: Preset<string>
    secret: Buffer
    gate_count: number | null
    gate_act: string | null
    held_act: string | null
    cancelled_at: Nullable<Instant>
    because: Preset<string>
    closed_at: Nullable<Instant>
    version: Preset<number>
  }
  /** Who has signed up for which seats, and how it stands */
  'activities.sign_up': {
    region: number
    id: string
    pool_id: string
    person_id: string
    state: string
    seats: number
    number: number
    priority: Preset<number>
    rank: number
    org_id: string | null
    quota_org: string | null
    town: number | null
    party: Nullable<Json>
    answers: Nullable<Json>
    sealed: Buffer | null
    sealed_key: number | null
    channel: string
    by_person: string | null
    at: Instant
    confirmed_at: Nullable<Instant>
    ended_at: Nullable<Instant>
    because: string | null
    absent: Preset<boolean>
    quota_sex: string | null
  }
  /** Everything that was done about a case, one line each; append-only */
  'cases.act': {
    region: number
    id: string
    case_id: string
    seq: number
    op: string
    action: string | null
    service: string
    revision: number
    from_state: string
    to_state: string
    by_person: string | null
    by_name: string
    role: string | null
    task_id: string | null
    said: string | null
    seen_by: string
    answers: Nullable<Json>
    detail: Nullable<Json>
    at: Instant
  }
  /** Running numbers of receipts */
  'cases.counter': {
    region: number
    name: string
    value: number
  }
  /** What of a case was shown to whom and why; append-only */
  'cases.disclosure': {
    region: number
    id: string
    case_id: string
    to_whom: string
    what: Json
    purpose: string
    by_person: string | null
    at: Instant
  }
  /** Applications not yet handed in */
  'cases.draft': {
    region: number
    person_id: string
    service: string
    revision: number
    answers: Json
    changed_at: Instant
  }
  /** One-time links of linked parties without an account; each shows its slice of the case */
  'cases.link': {
    region: number
    id: string
    case_id: string
    org_id: string | null
    party: string
    contact: Preset<string>
    asks: string
    purpose: string
    slice: Json
    token_hash: Buffer
    expires_at: Instant
    opened_at: Nullable<Instant>
    opened_hash: Buffer | null
    replied_at: Nullable<Instant>
    reply: string | null
    revoked_at: Nullable<Instant>
    created_at: Instant
    created_by: string | null
  }
  /** Cases (办件): one instance of a service */
  'cases.matter': {
    region: number
    id: string
    number: string
    service: string
    revision: number
    state: string
    outcome: string | null
    title: string
    org_id: string
    town: number | null
    applicant_id: string | null
    applicant_org_id: string | null
    channel: string
    restricted: Preset<boolean>
    answers: Json
    sealed: Buffer | null
    sealed_key: number | null
    opened_at: Instant
    opened_by: string | null
    closed_at: Nullable<Instant>
    suspended_at: Nullable<Instant>
    awaiting: string | null
    due_on: string | null
    stars: number | null
    reopened: Preset<number>
    origin_id: string | null
    origin: string | null
    acts: Preset<number>
    version: Preset<number>
  }
  /** What a person last answered to a question that several forms ask; offered, not asked again */
  'cases.memory': {
    region: number
    person_id: string
    asks: string
    value: Json
    said_at: Instant
  }
  /** Files that belong to a case: whoever may read the case may read them */
  'cases.paper': {
    region: number
    case_id: string
    file_id: string
    field: string | null
    act_id: string | null
    added_at: Instant
  }
  /** Opinion phrases: everybody's (person null) and one's own */
  'cases.phrase': {
    region: number
    id: string
    person_id: string | null
    said: string
    used: Preset<number>
  }
  /** What the person thought of it; one for each time the case was closed */
  'cases.rating': {
    region: number
    case_id: string
    round: number
    person_id: string
    stars: number
    said: Preset<string>
    at: Instant
  }
  /** Persons to whom a case was copied; ends with the case */
  'cases.reader': {
    region: number
    id: string
    case_id: string
    person_id: string
    why: string
    since: Instant
    until: Nullable<Instant>
  }
  /** Filters that an officer keeps under a name */
  'cases.saved_view': {
    region: number
    id: string
    person_id: string
    name: string
    query: Json
  }
  /** Open tasks by desk: the queues. A row goes when its task ends */
  'cases.seat': {
    region: number
    task_id: string
    desk: string
    case_id: string
    service: string
    due_on: string
    opened_at: Instant
  }
  /** Published revisions of services; never edited, only retired */
  'cases.service': {
    region: number
    code: string
    revision: number
    definition: Json
    digest: Buffer
    title: string
    org_id: string | null
    made_by: string
    because: Preset<string>
    published_at: Instant
    published_by: string | null
    retired_at: Nullable<Instant>
  }
  /** What an officer is designing; becomes the next revision when published */
  'cases.service_draft': {
    region: number
    id: string
    code: string
    definition: Json
    org_id: string | null
    because: Preset<string>
    made_by: string | null
    changed_at: Instant
    version: Preset<number>
  }
  /** Facts, rule revision and outcome as they stood at a decision */
  'cases.snapshot': {
    region: number
    id: string
    case_id: string
    act_id: string
    service: string
    revision: number
    outcome: string
    facts: Json
    verdicts: Json
    digest: Buffer
    at: Instant
  }
  /** States a case of a revision can be in; no other can be stored */
  'cases.state': {
    region: number
    service: string
    revision: number
    state: string
    final: boolean
  }
  /** Declared steps; an act that takes another fails on this key */
  'cases.step': {
    region: number
    service: string
    revision: number
    from_state: string
    action: string
    to_state: string
  }
  /** What somebody must do about a case; access to the case opens and ends with it */
  'cases.task': {
    region: number
    id: string
    case_id: string
    kind: string
    state: string
    role: string | null
    parent_id: string | null
    mode: string | null
    asks: Preset<string>
    holder_id: string | null
    opened_at: Instant
    opened_by: string | null
    ended_at: Nullable<Instant>
    ended_by: string | null
    result: string | null
    said: string | null
    held: Nullable<Json>
  }
  /** Every change of the calendar that was applied: append-only */
  'clocks.calendar_change': {
    region: number
    id: string
    year: number
    days_before: Json
    days_after: Json
    source: string
    because: string
    foreseen: number
    changed_at: Instant
    changed_by: string | null
  }
  /** A year of the calendar being edited; it counts for nothing until it is applied */
  'clocks.calendar_draft': {
    region: number
    year: number
    days: Json
    source: string
    because: string
    changed_at: Instant
    changed_by: string | null
    version: Preset<number>
  }
  /** How far the open clocks have been moved after a change of the calendar */
  'clocks.calendar_move': {
    region: number
    change_id: string
    moved: Preset<number>
    finished_at: Nullable<Instant>
  }
  /** In which month it was announced that the holidays of a coming year are missing: once each */
  'clocks.calendar_warning': {
    region: number
    year: number
    month: string
    warned_at: Instant
  }
  /** Due dates that run, stand still or have ended */
  'clocks.clock': {
    region: number
    id: string
    rule_code: string | null
    rule_revision: number | null
    duty: string
    name: Json
    amount: number
    unit: string
    direction: string
    roll: string
    extension: number | null
    warn: string[]
    subject_kind: string
    subject_id: string
    label: string
    link: string
    organisation_id: string
    owner_account_id: string | null
    owner_right: string | null
    head_account_id: string | null
    head_right: string | null
    counted_from: Instant
    began_at: Instant
    extended: Preset<number>
    pauses: Preset<Json>
    due_on: string
    due_at: Instant
    by_hour: boolean
    by_hand: boolean
    uncertain: number[]
    soon_at: Instant
    paused_at: Nullable<Instant>
    stopped_at: Nullable<Instant>
    outcome: string | null
    warned: Preset<string[]>
    next_warning_at: Nullable<Instant>
    version: Preset<number>
  }
  /** What happened to each clock: append-only */
  'clocks.clock_change': {
    region: number
    id: string
    clock_id: string
    kind: string
    at: Instant
    by_person_id: string | null
    because: Preset<string>
    amount: number | null
    due_on_before: string | null
    due_on: string
    due_at: Instant
  }
  /** Days on which the rule of the week does not hold: holidays and weekend days that are worked */
  'clocks.holiday': {
    region: number
    falls_on: string
    kind: string
    name: string
    source: string
  }
  /** Time limits of law and custom; a change is a new revision with its first day and a reason */
  'clocks.rule': {
    region: number
    code: string
    revision: number
    valid_from: string
    name: Json
    begins: Json
    amount: number
    unit: string
    direction: string
    roll: string
    extension: number | null
    warn: string[]
    source: string
    mark: string
    note: Preset<string>
    because: string
    changed_at: Instant
    changed_by: string | null
  }
  /** Files kept in the local folder or an S3 store; content is named by its hash */
  'documents.file': {
    region: number
    id: string
    name: string
    media_type: string
    bytes: number
    sha256: Buffer
    place: string
    owner_person_id: string | null
    org_id: string | null
    secrecy: Preset<string>
    created_at: Instant
    created_by: string | null
    removed_at: Nullable<Instant>
  }
  /** Orders by their number: an order is one case, however often its list is sent */
  'hotline.order': {
    region: number
    source: string
    number: string
    case_id: string
    received_on: string
    due_on: string | null
    answered_at: Nullable<Instant>
    in_time: boolean | null
  }
  /** Which numbered file changed this database, when, and the digest it had then */
  'kit.migration': {
    name: string
    sha256: string
    applied_at: Preset<Instant>
  }
  /** District codes of GB/T 2260 that this installation serves */
  'kit.region_name': {
    region: number
    name: string
    short_name: string
  }
  /** Values that an administrator may change; defaults stand in the contract */
  'kit.setting': {
    region: number
    name: string
    value: Json
    because: Preset<string>
    changed_at: Instant
    changed_by: string | null
  }
  /** How each table is spread when the database is a Citus cluster */
  'kit.table_class': {
    table_name: string
    class: string
    declared_at: Preset<Instant>
  }
  /** One row per region served; every distributed table is placed beside it */
  'kit.tenant_anchor': {
    region: number
    opened_at: Preset<Instant>
  }
  /** What happened: append-only; the state of every record follows from its acts */
  'ledger.act': {
    region: number
    id: string
    kind: string
    subject_id: string
    org_id: string | null
    person_id: string | null
    actor_id: string | null
    day: string
    at: Instant
    reverses: string | null
    data: Preset<Json>
  }
  /** Persons recorded twice count as one: drawn from the acts of merging and parting */
  'ledger.alias': {
    region: number
    gone_id: string
    kept_id: string
    root_id: string
  }
  /** Who did or saw what: append-only, sealed minute by minute into a hash chain */
  'ledger.audit': {
    region: number
    id: string
    at: Instant
    actor_id: string | null
    actor: string
    action: string
    subject_id: string | null
    person_id: string | null
    purpose: string | null
    request: string | null
    detail: Nullable<Json>
  }
  /** Hash chain over the audit lines: each seal covers the lines up to a moment and the seal before it */
  'ledger.audit_seal': {
    region: number
    number: number
    until: Instant
    lines: number
    previous: Buffer
    digest: Buffer
    sealed_at: Instant
  }
  /** Which bit stands for a person in crowds; means nothing else */
  'ledger.bit_of': {
    region: number
    person_id: string
    number: number
  }
  /** Facts of a cut counted by month over the whole region; holds unless the month is marked stale */
  'ledger.cell': {
    region: number
    cut: string
    month: string
    records: number
    amount: number
  }
  /** Who stands behind a cell, one bit a person in chunks: months are joined as sets, never added */
  'ledger.crowd': {
    region: number
    cut: string
    month: string
    chunk: number
    members: string
  }
  /** Which facts figures are made of: each is counted by month beforehand */
  'ledger.cut': {
    region: number
    cut: string
    fact: string
    cond: Preset<Json>
    persons: Preset<boolean>
    filled_at: Nullable<Instant>
  }
  /** Countable rows drawn from acts by a declared projection; can be rebuilt from the acts at any time */
  'ledger.fact': {
    region: number
    fact: string
    act_id: string
    part: Preset<number>
    day: string
    org_id: string | null
    town: number | null
    person_id: string | null
    amount: Preset<number>
    dims: Preset<Json>
  }
  /** Whoever counts months holds this row, so that two processes do not count the same */
  'ledger.fold': {
    region: number
    folded_at: Nullable<Instant>
  }
  /** Jobs leave through here: written with the act, relayed to the queue, then deleted */
  'ledger.outbox': {
    region: number
    id: string
    task: string
    payload: Json
    run_at: Instant
    job_key: string | null
  }
  /** Months whose facts changed since they were counted: one line a transaction, fact and month, only ever inserted, so nobody waits */
  'ledger.stale': {
    region: number
    id: string
    fact: string
    month: string
  }
  /** What somebody shows of himself to those who are there, under a name he chose; deleted after the set days */
  'matchmaking.card': {
    region: number
    id: string
    activity_id: string
    person_id: string
    nickname: string
    occupation: Preset<string>
    words: Preset<string>
    contact: Buffer
    contact_key: number
    consent: string
    made_at: Instant
  }
  /** Whom somebody chose; nobody else can read it, and all are deleted when they are compared */
  'matchmaking.choice': {
    region: number
    card_id: string
    chosen_id: string
    person_id: string
  }
  /** How far the choosing at one activity has come; only its counts outlive the set days */
  'matchmaking.meeting': {
    region: number
    activity_id: string
    asked_at: Nullable<Instant>
    matched_at: Nullable<Instant>
    cleared_at: Nullable<Instant>
    cards: number | null
    pairs: number | null
  }
  /** Two who chose each other, until one withdraws or the set days are over */
  'matchmaking.pair': {
    region: number
    one_id: string
    other_id: string
    one_person: string
    other_person: string
  }
  /** Applications to join */
  'membership.application': {
    region: number
    id: string
    number: string
    person_id: string
    org_id: string
    join_point_id: string | null
    channel: string
    status: string
    answers: Json
    checks: Preset<Json>
    reason: string | null
    submitted_at: Instant
    due_on: string
    decided_at: Nullable<Instant>
    decided_by: string | null
    version: Preset<number>
  }
  /** Running numbers of applications and cards */
  'membership.counter': {
    region: number
    name: string
    value: number
  }
  /** QR codes that lead to joining: of a station, an outreach session, a venue or a unit */
  'membership.join_point': {
    region: number
    id: string
    code: string
    org_id: string
    kind: string
    label: string
    expires_at: Nullable<Instant>
    closed_at: Nullable<Instant>
    created_at: Instant
    created_by: string | null
  }
  /** Where each person stands with the union today; how it came about stands in the acts */
  'membership.membership': {
    region: number
    person_id: string
    org_id: string
    status: string
    card_number: string | null
    joined_on: string | null
    channel: string | null
    floating: Preset<boolean>
    occupation: string | null
    since: string
    version: Preset<number>
    changed_at: Instant
  }
  /** Rosters handed in: what came, where it stands, what it made */
  'membership.roster_batch': {
    region: number
    id: string
    state: string
    file_name: string
    file_bytes: number
    format: string
    sheet: string
    header_from: number
    header_to: number
    titles: Json
    mapping: Json
    default_org_id: string | null
    total_rows: number
    done_rows: Preset<number>
    checkpoint: Preset<number>
    found: Nullable<Json>
    made: Nullable<Json>
    taken_back: Nullable<Json>
    importer: Json
    importer_id: string | null
    error: string | null
    created_at: Instant
    checked_at: Nullable<Instant>
    ended_at: Nullable<Instant>
    undone_at: Nullable<Instant>
  }
  /** Thousands of roster rows in one: checked and waiting, then written and undoable */
  'membership.roster_chunk': {
    region: number
    batch_id: string
    from_row: number
    to_row: number
    key_id: number
    waiting: Buffer | null
    done: Buffer | null
  }
  /** Which column means what, remembered for each set of titles */
  'membership.roster_mapping': {
    region: number
    titles: string
    mapping: Json
    changed_at: Instant
    changed_by: string | null
  }
  /** Rows of a roster about which there is something to say */
  'membership.roster_row': {
    region: number
    batch_id: string
    row: number
    outcome: string
    problems: Json
    raw: Buffer | null
    raw_key: number | null
  }
  /** A process locks this row while it works on a batch; a dead process lets go by itself */
  'membership.roster_turn': {
    region: number
    batch_id: string
  }
  /** Which union a member belonged to in which period: never two at once */
  'membership.stay': {
    region: number
    id: string
    person_id: string
    org_id: string
    during: string
  }
  /** Moving a membership: released at one end, received at the other */
  'membership.transfer': {
    region: number
    id: string
    person_id: string
    from_org_id: string
    to_org_id: string
    status: string
    asked_by: string | null
    because: Preset<string>
    reason: string | null
    asked_at: Instant
    released_at: Nullable<Instant>
    released_by: string | null
    received_at: Nullable<Instant>
    received_by: string | null
    version: Preset<number>
  }
  /** What left by SMS, WeChat or e-mail; in the demo this is the visible outbox */
  'notices.delivery': {
    region: number
    id: string
    message_id: string | null
    channel: string
    address: string
    body: string
    state: string
    tries: Preset<number>
    error: string | null
    created_at: Instant
    sent_at: Nullable<Instant>
    title: string | null
  }
  /** The one inbox of each person */
  'notices.message': {
    region: number
    id: string
    person_id: string
    kind: string
    title: Json
    body: Json
    link: string | null
    created_at: Instant
    read_at: Nullable<Instant>
  }
  /** Which kind of organisation may stand under which; filled from the contract at start */
  'organisations.allowed_child': {
    parent_kind: string
    child_kind: string
  }
  /** Employers and platform companies */
  'organisations.employer': {
    region: number
    id: string
    name: string
    uscc: string | null
    industry: string | null
    economic_type: string | null
    is_public: boolean | null
    size: string | null
    is_platform: Preset<boolean>
    town: number | null
    address: string | null
    contact_name: string | null
    contact_phone: string | null
    workers: number | null
    changed_at: Instant
    version: Preset<number>
  }
  /** Who works for whom; a rider may work for several platforms at once */
  'organisations.employment': {
    region: number
    id: string
    person_id: string
    employer_id: string | null
    employer_name: string | null
    occupation: string | null
    employment_form: string | null
    employment_state: string | null
    station_name: string | null
    vehicle: string | null
    injury_insurance: string | null
    since: string
    until: string | null
  }
  /** Nodes of the union tree, partner bureaus and linked parties */
  'organisations.org': {
    region: number
    id: string
    kind: string
    name: string
    short_name: string | null
    parent_id: string | null
    parent_kind: string | null
    path: string
    industry_parent_id: string | null
    employer_id: string | null
    uscc: string | null
    town: number | null
    approval_number: string | null
    founded_on: string | null
    dissolved_on: string | null
    stage: Preset<string>
    workers_declared: number | null
    women_declared: number | null
    declared_on: string | null
    units_covered: number | null
    phone: string | null
    address: string | null
    succeeded_by: string | null
    changed_at: Instant
    version: Preset<number>
  }
  /** Dated parents of each organisation on the area line and the industry line */
  'organisations.org_parent': {
    region: number
    id: string
    org_id: string
    line: string
    parent_id: string
    during: string
    because: Preset<string>
  }
  /** Who holds which post where and when; a post gives a role */
  'organisations.post': {
    region: number
    id: string
    org_id: string
    person_id: string
    post: string
    full_time: Preset<boolean>
    during: string
  }
  /** Terms of office of a union committee (Trade Union Law, art. 16: three or five years) */
  'organisations.term': {
    region: number
    id: string
    org_id: string
    number: number
    during: string
    years: number
    election_file: string | null
    reminded_on: string | null
  }
  /** Every version of a draft, as it was saved */
  'papers.draft': {
    region: number
    paper_id: string
    version: number
    content: Json
    made_at: Instant
    made_by: string | null
  }
  /** Code and mark under which an organisation issues papers */
  'papers.organ': {
    region: number
    org_id: string
    code: string
    mark: string
    changed_at: Instant
    changed_by: string | null
  }
  /** Papers from draft to seal; content and number stand fast from the moment of issue */
  'papers.paper': {
    region: number
    id: string
    kind: string
    org_id: string
    title: string
    addressee: string
    content: Json
    version: Preset<number>
    template_code: string | null
    template_revision: number | null
    subject_kind: string | null
    subject_id: string | null
    number: string | null
    year: number | null
    serial: number | null
    drafted_at: Instant
    drafted_by: string | null
    discarded_at: Nullable<Instant>
    filed_at: Instant
    issued_at: Nullable<Instant>
    issued_on: string | null
    issued_by: string | null
    docx_file: string | null
    pdf_file: string | null
    scan_file: string | null
    scanned_at: Nullable<Instant>
    scanned_by: string | null
    withdrawn_at: Nullable<Instant>
    withdrawn_by: string | null
    withdrawn_because: string | null
  }
  /** The last number given in each series; its row is locked until the paper is issued or not, so there is no gap */
  'papers.series': {
    region: number
    org_id: string
    kind: string
    year: number
    last_serial: number
  }
  /** Wordings that officers have revised: append-only; without a row the wording that came with the software holds */
  'papers.template': {
    region: number
    code: string
    revision: number
    name: string
    text: Json
    because: string
    made_at: Instant
    made_by: string | null
  }
  /** What a person agreed to, in which wording, and when it was withdrawn */
  'people.consent': {
    region: number
    id: string
    person_id: string
    purpose: string
    wording_version: string
    channel: string
    given_at: Instant
    withdrawn_at: Nullable<Instant>
  }
  /** Duplicate persons joined into one, with what is needed to part them again */
  'people.merge': {
    region: number
    id: string
    kept_id: string
    gone_id: string
    because: string
    snapshot: Json
    merged_at: Instant
    undone_at: Nullable<Instant>
  }
  /** The registry: one row for each human being the union knows */
  'people.person': {
    region: number
    id: string
    name: string
    pinyin: Preset<string>
    id_type: string | null
    id_last4: string | null
    id_hash: Buffer | null
    sex: Preset<number>
    birth_on: string | null
    ethnicity: string | null
    education: string | null
    mobile: string | null
    household_type: string | null
    is_migrant: boolean | null
    residence_town: number | null
    skill_level: string | null
    title: string | null
    merged_into: string | null
    deceased_on: string | null
    created_at: Instant
    changed_at: Instant
    version: Preset<number>
    search: Preset<string | null>
  }
  /** Sensitive fields (class P3), each encrypted; readable one person at a time after an audited opening */
  'people.sealed_field': {
    region: number
    person_id: string
    field: string
    key_id: number
    cipher: Buffer
  }
  /** Published revisions of registers; never edited, only retired */
  'registers.definition': {
    region: number
    code: string
    revision: number
    definition: Json
    digest: Buffer
    title: string
    made_by: string
    because: Preset<string>
    published_at: Instant
    published_by: string | null
    retired_at: Nullable<Instant>
  }
  /** What an officer is designing; becomes the next revision when published */
  'registers.draft': {
    region: number
    id: string
    code: string
    definition: Json
    made_by: string | null
    changed_at: Instant
    version: Preset<number>
  }
  /** Entries of registers as they stand; every change is kept in entry_change */
  'registers.entry': {
    region: number
    id: string
    register: string
    revision: number
    title: string
    search: string
    org_id: string
    town: number | null
    person_id: string | null
    employer_id: string | null
    key: string | null
    answers: Json
    sealed: Buffer | null
    sealed_key: number | null
    valid_from: string
    valid_to: string | null
    valid: Preset<string>
    reminded: number | null
    ended_on: string | null
    ended_because: string | null
    source: string
    source_id: string | null
    created_at: Instant
    changed_at: Instant
    version: Preset<number>
  }
  /** History of entries, line by line: what changed, by whom, why; append-only */
  'registers.entry_change': {
    region: number
    entry_id: string
    seq: number
    act_id: string
    op: string
    revision: number
    changes: Json
    sealed: Buffer | null
    sealed_key: number | null
    by_person: string | null
    by_name: string
    because: Preset<string>
    source: string
    source_id: string | null
    at: Instant
  }
  /** Files an entry holds or once held: whoever may read the entry may open them */
  'registers.entry_file': {
    region: number
    entry_id: string
    file_id: string
    field: string
    added_at: Instant
  }
  /** Which houses have agreed to a report, round by round */
  'reports.approval': {
    region: number
    report_id: string
    round: number
    org_id: string
    approved_at: Instant
    approved_by: string | null
  }
  /** Errata (勘误) of a frozen report: what a number would be later, and why */
  'reports.correction': {
    region: number
    report_id: string
    code: string
    noted_at: Instant
    was: number
    now: number | null
    added: number
    removed: number
    because: string
    noted_by: string | null
  }
  /** Every version of the text of a report */
  'reports.edition': {
    region: number
    report_id: string
    version: number
    title: string
    content: Json
    made_at: Instant
    made_by: string | null
  }
  /** Reports (报告) of an organisation for a period: their text, and how far they have come */
  'reports.report': {
    region: number
    id: string
    kind: string
    kind_revision: number
    org_id: string
    at_org_id: string | null
    from_on: string
    to_on: string
    title: string
    state: string
    content: Json
    version: Preset<number>
    round: Preset<number>
    drafted_at: Instant
    drafted_by: string | null
    changed_at: Instant
    submitted_at: Nullable<Instant>
    submitted_by: string | null
    returned_because: Preset<string>
    frozen_at: Nullable<Instant>
    frozen_by: string | null
    published_at: Nullable<Instant>
    published_by: string | null
    published_on: string | null
    medium: Preset<string>
    discarded_at: Nullable<Instant>
    counted_to: string
  }
  /** Numbers of a report: the question, what it said when it was counted, and the claim it became */
  'reports.token': {
    region: number
    report_id: string
    code: string
    token: Json
    said: Json
    value: number | null
    figure: string | null
    counted_at: Instant
    claim_id: string | null
  }
  /** What a unit typed itself (填报), question by question and filling by filling; never edited */
  'returns.answer': {
    region: number
    sheet_id: string
    filling: number
    line: string
    answer: Json
    answered_by: string | null
    answered_at: Instant
  }
  /** Published revisions of forms (表式); never edited, only retired */
  'returns.form': {
    region: number
    code: string
    revision: number
    definition: Json
    digest: Buffer
    title: string
    made_by: string
    because: Preset<string>
    published_at: Instant
    published_by: string | null
    retired_at: Nullable<Instant>
  }
  /** A form an officer is designing; becomes the next revision when published */
  'returns.form_draft': {
    region: number
    id: string
    code: string
    definition: Json
    made_by: string | null
    changed_at: Instant
    version: Preset<number>
  }
  /** What was counted and what was told, line by line and filling by filling; never edited */
  'returns.line': {
    region: number
    sheet_id: string
    filling: number
    line: string
    counted: number | null
    told: number | null
    because: Preset<string>
  }
  /** Periods of forms (报期): one month, quarter or year of one form */
  'returns.round': {
    region: number
    id: string
    form: string
    revision: number
    definition: Json
    from_on: string
    to_on: string
    due_on: string
    opened_at: Instant
    opened_by: string | null
    reported_on: string | null
    reported_to: string | null
    reported_by: string | null
    reported_at: Nullable<Instant>
  }
  /** Returns of units (报表): one unit's sheet of a period */
  'returns.sheet': {
    region: number
    id: string
    round_id: string
    org_id: string
    state: Preset<string>
    filling: Preset<number>
    nil: Preset<boolean>
    changed: Preset<number>
    timely: boolean | null
    counted_at: Nullable<Instant>
    handed_in_by: string | null
    because: Preset<string>
    act_id: string | null
    version: Preset<number>
    came_back_at: Nullable<Instant>
  }
  /** Who was there on which half day */
  'skills.attendance': {
    region: number
    class_id: string
    person_id: string
    on_day: string
    part: string
    marked_at: Instant
  }
  /** Certificates of titles and courses, to be verified by their code */
  'skills.certificate': {
    region: number
    id: string
    number: string
    code: string
    kind: string
    person_id: string | null
    holder: string
    unit: string
    org_id: string
    award: string
    reason: string
    issued_on: string
    withdrawn_on: string | null
    withdrawn_because: string | null
  }
  /** Classes of the academies: one edition of a course */
  'skills.class': {
    region: number
    id: string
    name: string
    edition: number
    academy_id: string
    course_id: string
    lecturer_id: string | null
    org_id: string
    town: number | null
    mode: string
    place: Preset<string>
    from_on: string
    to_on: string
    hours: number
    seats: number | null
    cost_cents: Preset<number>
    must_attend: Preset<number>
    pass_mark: number | null
    finished_at: Nullable<Instant>
    created_at: Instant
    version: Preset<number>
  }
  /** What those who came to a class thought of it; append-only */
  'skills.class_rating': {
    region: number
    class_id: string
    person_id: string
    stars: number
    said: Preset<string>
    at: Instant
    case_id: string | null
  }
  /** One edition of a series; trades are held within it */
  'skills.competition': {
    region: number
    id: string
    series_id: string
    edition: number
    year: number
    name: string
    level: string
    org_id: string
    town: number | null
    document: Preset<string>
    entries_until: string
    held_from: string
    held_to: string
    masked: Preset<boolean>
    plan_case_id: string | null
    approved_at: Nullable<Instant>
    announced_at: Nullable<Instant>
    created_at: Instant
    version: Preset<number>
  }
  /** Running numbers of certificates by kind and year */
  'skills.counter': {
    region: number
    name: string
    value: number
  }
  /** Who competes in a trade: a person, or a team of a unit */
  'skills.entrant': {
    region: number
    id: string
    trade_id: string
    number: number
    name: string
    unit_id: string
    person_id: string | null
    members: Preset<Json>
    consented_at: Nullable<Instant>
    added_at: Instant
    withdrawn_at: Nullable<Instant>
  }
  /** When a class meets: attendance is taken for each half day */
  'skills.half_day': {
    region: number
    class_id: string
    on_day: string
    part: string
  }
  /** The panel from which the judges of a competition are drawn, each with his own unit */
  'skills.judge': {
    region: number
    competition_id: string
    person_id: string
    unit_id: string
    added_at: Instant
    outside: Preset<string>
  }
  /** Links by which judges score without an account; one stands for each, only its hash is kept */
  'skills.judge_link': {
    region: number
    id: string
    competition_id: string
    person_id: string
    token_hash: Buffer
    created_at: Instant
    created_by: string | null
    expires_at: Instant
    opened_at: Nullable<Instant>
    opened_hash: Buffer | null
    revoked_at: Nullable<Instant>
  }
  /** Objections to a published result: each is a case */
  'skills.objection': {
    region: number
    case_id: string
    trade_id: string
    seq: number
  }
  /** What the sheets said when they were opened, and what the arbitration group put right; append-only */
  'skills.opened_sheet': {
    region: number
    round_id: string
    entrant_id: string
    judge_id: string
    seq: number
    marks: Json
    because: Preset<string>
    by_person: string | null
    at: Instant
  }
  /** Scores of written papers in hundredths; append-only, the newest counts, none where it holds none */
  'skills.paper_score': {
    region: number
    round_id: string
    entrant_id: string
    seq: number
    score: number | null
    because: Preset<string>
    by_person: string | null
    at: Instant
    batch: string | null
  }
  /** The ranking of a publication; append-only */
  'skills.placing': {
    region: number
    trade_id: string
    seq: number
    entrant_id: string
    place: number | null
    shared: boolean
    final: number | null
    rounds: Json
  }
  /** Results as they were posted for objections; withdrawn where something had to be put right */
  'skills.publication': {
    region: number
    trade_id: string
    seq: number
    published_at: Instant
    until: string
    paper_id: string
    withdrawn_at: Nullable<Instant>
    withdrawn_because: string | null
  }
  /** A round of a trade with its way of scoring, its draw and the moment its sheets were opened */
  'skills.round': {
    region: number
    id: string
    trade_id: string
    seq: number
    kind: string
    name: string
    weight: number
    judged: boolean
    scheme: Json
    advance: number | null
    held_on: string | null
    place: Preset<string>
    seed_hash: string
    seed: string
    drawn_at: Nullable<Instant>
    opened_at: Nullable<Instant>
  }
  /** Who judges a round */
  'skills.round_judge': {
    region: number
    round_id: string
    competition_id: string
    person_id: string
    unit_id: string
    seat: number
    how: string
    stood_down_at: Nullable<Instant>
    stood_down_because: string | null
  }
  /** Series of contests: 工匠杯 and those that carry a sponsor's name */
  'skills.series': {
    region: number
    id: string
    name: string
    sponsor: Preset<string>
    created_at: Instant
  }
  /** Score sheets as handed in, sealed; never changed, read by nobody before all are in */
  'skills.sheet': {
    region: number
    round_id: string
    entrant_id: string
    entrant_unit_id: string
    judge_id: string
    judge_unit_id: string
    sealed: Buffer
    sealed_key: number
    handed_in_at: Instant
  }
  /** Who starts in a round under which blind number */
  'skills.start': {
    region: number
    round_id: string
    entrant_id: string
    unit_id: string
    blind: number
    seconds: number | null
    absent_because: string | null
  }
  /** Titles given in a trade: 密云工匠 and 密云能手; append-only */
  'skills.title': {
    region: number
    trade_id: string
    entrant_id: string
    title: string
    certificate_id: string
    awarded_at: Instant
  }
  /** A trade of a competition: it has its own rounds, entrants, ranking and titles */
  'skills.trade': {
    region: number
    id: string
    competition_id: string
    name: string
    team: Preset<boolean>
    ties: Json
    decimals: number
    rounding: string
    craftsmen: number
    experts: number
    awarded_at: Nullable<Instant>
    created_at: Instant
    version: Preset<number>
  }
  /** Who is enrolled in a class, and with what result */
  'skills.trainee': {
    region: number
    class_id: string
    person_id: string
    unit_id: string
    enrolled_at: Instant
    left_at: Nullable<Instant>
    score: number | null
    completed: boolean | null
    certificate_id: string | null
  }
  /** Published numbers (已发布数字): wording, value, period, scope, definition and the records they came from; never edited, only withdrawn */
  'statistics.claim': {
    region: number
    id: string
    code: string
    origin: string
    wording: string
    value: number
    qualifier: string
    claimed: Json
    unit: string
    topic: string
    part: string | null
    from_on: string | null
    to_on: string
    scope: Preset<string>
    definition: Preset<string>
    document: string
    medium: Preset<string>
    published_on: string
    figure: string | null
    revision: number | null
    asked: Nullable<Json>
    parts: Nullable<Json>
    records: number | null
    digest: Buffer | null
    counted_at: Nullable<Instant>
    made_by: string | null
    made_at: Instant
    withdrawn_at: Nullable<Instant>
    withdrawn_because: string | null
    measure: Preset<string>
    sides: Nullable<Json>
    subject: string
    share: string | null
    place: Preset<string>
  }
  /** Published revisions of figures, of the release and of officers; never edited, only retired */
  'statistics.figure': {
    region: number
    code: string
    revision: number
    definition: Json
    digest: Buffer
    made_by: string
    because: Preset<string>
    published_at: Instant
    published_by: string | null
    retired_at: Nullable<Instant>
  }
  /** A figure that an officer is making; becomes the next revision when published */
  'statistics.figure_draft': {
    region: number
    id: string
    code: string
    definition: Json
    made_by: string | null
    changed_at: Instant
    version: Preset<number>
  }
  /** What a figure is to reach in a year or in five, and where that is written */
  'statistics.target': {
    region: number
    id: string
    figure: string
    from_on: string
    to_on: string
    aim: number
    source: string
    made_by: string | null
    made_at: Instant
    dropped_at: Nullable<Instant>
  }
  /** Bookings, blocks and the waiting list of bookable places: two that hold a time can never overlap */
  'venues.booking': {
    region: number
    id: string
    place_id: string
    state: string
    from_at: Instant
    to_at: Instant
    during: Preset<string>
    person_id: string | null
    org_id: string | null
    holder: Preset<string>
    purpose: Preset<string>
    people: number | null
    series_id: string | null
    because: Preset<string>
    asked_at: Instant
    asked_by: string | null
    decided_at: Nullable<Instant>
    decided_by: string | null
    act_id: string | null
    version: Preset<number>
    session_id: string | null
  }
  /** 最美站点: recommended by its organisation, awarded by the district */
  'venues.honour': {
    region: number
    venue_id: string
    year: number
    because: string
    recommended_by: string
    recommended_at: Instant
    awarded_on: string | null
  }
  /** Yearly inspections of venues with their three scores; append-only */
  'venues.inspection': {
    region: number
    id: string
    venue_id: string
    year: number
    on_day: string
    useful: number
    down_to_earth: number
    effective: number
    remarks: Preset<string>
    by_name: string
    at: Instant
  }
  /** What is handed out at venues, one to a person a day, between two days */
  'venues.item': {
    region: number
    id: string
    name: string
    from_day: string
    to_day: string
    created_at: Instant
    closed_at: Nullable<Instant>
  }
  /** Rooms, courts and grounds of a venue that can be booked, with their rules */
  'venues.place': {
    region: number
    id: string
    venue_id: string
    name: string
    kind: string
    seats: number | null
    slot_minutes: number
    most_minutes: number
    ahead_days: number
    cancel_hours: number
    most_each: number
    needs_approval: boolean
    closed_at: Nullable<Instant>
    created_at: Instant
    version: Preset<number>
  }
  /** Days on which the hours of the week do not hold: other hours, or closed */
  'venues.special_days': {
    region: number
    id: string
    venue_id: string
    from_day: string
    to_day: string
    during: Preset<string>
    spans: Json
    because: string
    lifted_at: Nullable<Instant>
    created_at: Instant
  }
  /** What lies at a venue: what came in is what went out, what was lost and what is left */
  'venues.stock': {
    region: number
    venue_id: string
    item_id: string
    delivered: Preset<number>
    handed: Preset<number>
    lost: Preset<number>
    rest: Preset<number>
  }
  /** Every delivery, hand-out and loss; append-only */
  'venues.stock_move': {
    region: number
    id: string
    venue_id: string
    item_id: string
    op: string
    amount: number
    person_id: string | null
    way: string
    day: string
    at: Instant
    by_name: string
    because: Preset<string>
  }
  /** Venues as they stand; how each came to its state stands in venue_state */
  'venues.venue': {
    region: number
    id: string
    code: string
    org_id: string
    kind: string
    name: string
    town: number | null
    address: Preset<string>
    lng: number | null
    lat: number | null
    answers: Json
    hours: Json
    state: string
    opened_on: string | null
    closed_on: string | null
    case_id: string | null
    created_at: Instant
    changed_at: Instant
    version: Preset<number>
  }
  /** Which state a venue entered on which day, by whom and why; append-only */
  'venues.venue_state': {
    region: number
    venue_id: string
    seq: number
    state: string
    on_day: string
    because: Preset<string>
    by_name: string
    at: Instant
  }
  /** Visits: a scan of the code at the door, or the tap counter; append-only */
  'venues.visit': {
    region: number
    id: string
    venue_id: string
    person_id: string | null
    amount: number
    way: string
    day: string
    at: Instant
  }
}
