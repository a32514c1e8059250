-- What the migrations make, for review; drawn by `npm run schema`.

accounts.account
  region integer not null
  id uuid not null
  person_id uuid not null
  login text
  password_hash text
  totp_cipher bytea
  totp_key_id smallint
  totp_last_step bigint
  staff boolean not null default false
  failed_tries integer not null default 0
  locked_until timestamp with time zone
  disabled_at timestamp with time zone
  created_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  -- constraint account_login_check CHECK ((login ~ '^[a-z0-9._-]{2,40}$'::text))
  -- constraint account_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint account_person_unique UNIQUE (region, person_id)
  -- constraint account_pkey PRIMARY KEY (region, id)
  -- constraint account_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- CREATE UNIQUE INDEX account_login_unique ON accounts.account USING btree (region, login) WHERE (login IS NOT NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment How a person signs in: staff by login, workers by phone

accounts.break_glass
  region integer not null
  id uuid not null
  person_id uuid not null
  org_id uuid not null
  rights text[] not null
  because text not null
  from_at timestamp with time zone not null
  until_at timestamp with time zone not null
  ended_at timestamp with time zone
  reviewed_at timestamp with time zone
  reviewed_by uuid
  verdict text
  review_note text
  -- constraint break_glass_because_check CHECK ((length(because) >= 10))
  -- constraint break_glass_not_own_review CHECK (((reviewed_by IS NULL) OR (reviewed_by <> person_id)))
  -- constraint break_glass_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint break_glass_period CHECK (((until_at > from_at) AND (until_at <= (from_at + '04:00:00'::interval))))
  -- constraint break_glass_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint break_glass_pkey PRIMARY KEY (region, id)
  -- constraint break_glass_reviewed_whole CHECK ((((reviewed_at IS NULL) = (reviewed_by IS NULL)) AND ((reviewed_at IS NULL) = (verdict IS NULL))))
  -- constraint break_glass_rights_check CHECK ((cardinality(rights) > 0))
  -- constraint break_glass_verdict_known CHECK ((verdict = ANY (ARRAY['justified'::text, 'not-justified'::text])))
  -- CREATE INDEX break_glass_by_person ON accounts.break_glass USING btree (region, person_id) WHERE (ended_at IS NULL)
  -- CREATE INDEX break_glass_by_time ON accounts.break_glass USING btree (region, from_at DESC)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Emergency access: a reason, four hours at most, reviewed afterwards

accounts.challenge
  region integer not null
  id uuid not null
  kind text not null
  account_id uuid
  mobile text
  secret_hash bytea
  wanted text
  tries integer not null default 0
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  cipher bytea
  key_id smallint
  -- constraint challenge_kind_known CHECK ((kind = ANY (ARRAY['phone'::text, 'second-factor'::text, 'passkey-register'::text, 'passkey-sign-in'::text, 'first-administrator'::text, 'totp-set-up'::text, 'first-password'::text])))
  -- constraint challenge_pkey PRIMARY KEY (region, id)
  -- CREATE INDEX challenge_by_account ON accounts.challenge USING btree (region, account_id, created_at) WHERE (account_id IS NOT NULL)
  -- CREATE INDEX challenge_by_mobile ON accounts.challenge USING btree (region, mobile, created_at) WHERE (mobile IS NOT NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment One-time codes and sign-in steps under way; five wrong tries end one

accounts.delegation
  region integer not null
  id uuid not null
  post_id uuid not null
  to_person_id uuid not null
  rights text[] not null
  because text not null
  from_at timestamp with time zone not null
  until_at timestamp with time zone not null
  ended_at timestamp with time zone
  -- constraint delegation_because_check CHECK ((length(because) >= 2))
  -- constraint delegation_period CHECK (((until_at > from_at) AND (until_at <= (from_at + '92 days'::interval))))
  -- constraint delegation_person_fkey FOREIGN KEY (region, to_person_id) REFERENCES people.person(region, id)
  -- constraint delegation_pkey PRIMARY KEY (region, id)
  -- constraint delegation_post_fkey FOREIGN KEY (region, post_id) REFERENCES organisations.post(region, id)
  -- constraint delegation_rights_check CHECK ((cardinality(rights) > 0))
  -- CREATE INDEX delegation_by_person ON accounts.delegation USING btree (region, to_person_id) WHERE (ended_at IS NULL)
  -- CREATE INDEX delegation_by_post ON accounts.delegation USING btree (region, post_id) WHERE (ended_at IS NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment A post holder lends rights to another person, always with an end

accounts.passkey
  region integer not null
  id text not null
  account_id uuid not null
  public_key bytea not null
  counter bigint not null
  transports text not null default ''::text
  label text not null
  created_at timestamp with time zone not null
  used_at timestamp with time zone
  -- constraint passkey_account_fkey FOREIGN KEY (region, account_id) REFERENCES accounts.account(region, id)
  -- constraint passkey_pkey PRIMARY KEY (region, id)
  -- CREATE INDEX passkey_by_account ON accounts.passkey USING btree (region, account_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment WebAuthn credentials of staff

accounts.session
  region integer not null
  token_hash bytea not null
  id uuid not null
  account_id uuid not null
  kind text not null
  label text not null default ''::text
  rights text[]
  created_at timestamp with time zone not null
  seen_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  ended_at timestamp with time zone
  as_staff boolean not null default false
  -- constraint session_account_fkey FOREIGN KEY (region, account_id) REFERENCES accounts.account(region, id)
  -- constraint session_kind_check CHECK ((kind = ANY (ARRAY['browser'::text, 'api'::text])))
  -- constraint session_pkey PRIMARY KEY (region, token_hash)
  -- CREATE INDEX session_by_account ON accounts.session USING btree (region, account_id) WHERE (ended_at IS NULL)
  -- CREATE UNIQUE INDEX session_id_unique ON accounts.session USING btree (region, id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Signed-in browsers and API tokens

activities.activity
  region integer not null
  id uuid not null
  kind text not null
  revision integer not null
  title text not null
  about text not null default ''::text
  org_id uuid not null
  town integer
  contact text not null default ''::text
  programme text not null default ''::text
  series_id uuid
  template boolean not null default false
  state text not null
  whole boolean not null default false
  answers jsonb not null default '{}'::jsonb
  questions json not null default '{}'::json
  rules json not null default '[]'::json
  party_most integer not null default 0
  case_id uuid
  because text not null default ''::text
  created_at timestamp with time zone not null
  created_by uuid
  published_at timestamp with time zone
  changed_at timestamp with time zone not null
  version integer not null default 1
  asked_case uuid
  -- constraint activity_asked_case_fkey FOREIGN KEY (region, asked_case) REFERENCES cases.matter(region, id)
  -- constraint activity_case_fkey FOREIGN KEY (region, case_id) REFERENCES cases.matter(region, id)
  -- constraint activity_kind_fkey FOREIGN KEY (region, kind, revision) REFERENCES activities.kind(region, code, revision)
  -- constraint activity_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint activity_party_most_check CHECK (((party_most >= 0) AND (party_most <= 30)))
  -- constraint activity_pkey PRIMARY KEY (region, id)
  -- constraint activity_published CHECK (((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'cancelled'::text])) OR (published_at IS NOT NULL)))
  -- constraint activity_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'published'::text, 'cancelled'::text, 'archived'::text])))
  -- constraint activity_title_check CHECK (((length(title) >= 1) AND (length(title) <= 80)))
  -- CREATE INDEX activity_asked ON activities.activity USING btree (region, asked_case, id DESC) WHERE (asked_case IS NOT NULL)
  -- CREATE INDEX activity_by_org ON activities.activity USING btree (region, org_id, id DESC)
  -- CREATE INDEX activity_of_series ON activities.activity USING btree (region, series_id) WHERE (series_id IS NOT NULL)
  -- CREATE UNIQUE INDEX activity_of_case ON activities.activity USING btree (region, case_id) WHERE (case_id IS NOT NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Anything with a time, a place and people; one or more sessions

activities.attendance
  region integer not null
  id uuid not null
  session_id uuid not null
  person_id uuid not null
  sign_up_id uuid
  heads integer not null default 1
  via text not null
  at timestamp with time zone not null
  received_at timestamp with time zone not null
  by_person uuid
  device text not null default ''::text
  act_id uuid not null
  undone_at timestamp with time zone
  -- constraint attendance_heads_check CHECK (((heads >= 1) AND (heads <= 31)))
  -- constraint attendance_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint attendance_pkey PRIMARY KEY (region, id)
  -- constraint attendance_session_fkey FOREIGN KEY (region, session_id) REFERENCES activities.session(region, id)
  -- constraint attendance_sign_up_fkey FOREIGN KEY (region, sign_up_id) REFERENCES activities.sign_up(region, id)
  -- constraint attendance_via_check CHECK ((via = ANY (ARRAY['code'::text, 'card'::text, 'list'::text, 'walk-in'::text])))
  -- CREATE INDEX attendance_of_person ON activities.attendance USING btree (region, person_id, at)
  -- CREATE UNIQUE INDEX attendance_once ON activities.attendance USING btree (region, session_id, person_id) WHERE (undone_at IS NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Who was there, how it was seen, and when

activities.draw
  region integer not null
  pool_id uuid not null
  seed bytea not null
  word text not null default ''::text
  file text not null
  at timestamp with time zone not null
  by_person uuid
  -- constraint draw_pkey PRIMARY KEY (region, pool_id)
  -- constraint draw_pool_fkey FOREIGN KEY (region, pool_id) REFERENCES activities.pool(region, id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Draws of places: the revealed seed and the published list, which anyone can run again; append-only

activities.evidence
  region integer not null
  id uuid not null
  session_id uuid not null
  file_id uuid not null
  taken_at timestamp with time zone not null
  lon double precision
  lat double precision
  place text not null default ''::text
  said text not null default ''::text
  at timestamp with time zone not null
  by_person uuid
  sort text not null default 'photo'::text
  removed_at timestamp with time zone
  removed_because text
  -- constraint evidence_file_fkey FOREIGN KEY (region, file_id) REFERENCES documents.file(region, id)
  -- constraint evidence_pkey PRIMARY KEY (region, id)
  -- constraint evidence_removed CHECK (((removed_at IS NULL) = (removed_because IS NULL)))
  -- constraint evidence_session_fkey FOREIGN KEY (region, session_id) REFERENCES activities.session(region, id)
  -- constraint evidence_sort CHECK ((sort = ANY (ARRAY['photo'::text, 'signatures'::text, 'invoice'::text, 'acceptance'::text, 'other'::text])))
  -- CREATE INDEX evidence_of_session ON activities.evidence USING btree (region, session_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Photographs and papers that show a session took place, with time and place

activities.feed
  region integer not null
  token_hash bytea not null
  person_id uuid not null
  created_at timestamp with time zone not null
  ended_at timestamp with time zone
  -- constraint feed_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint feed_pkey PRIMARY KEY (region, token_hash)
  -- CREATE UNIQUE INDEX feed_of_person ON activities.feed USING btree (region, person_id) WHERE (ended_at IS NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Secret addresses of personal calendars; only the hash is kept

activities.kind
  region integer not null
  code text not null
  revision integer not null
  definition json not null
  digest bytea not null
  title text not null
  made_by text not null
  because text not null default ''::text
  published_at timestamp with time zone not null
  published_by uuid
  retired_at timestamp with time zone
  -- constraint activity_kind_pkey PRIMARY KEY (region, code, revision)
  -- constraint kind_code_check CHECK ((code ~ '^[a-z][a-z0-9-]{1,59}$'::text))
  -- constraint kind_made_by_check CHECK ((made_by = ANY (ARRAY['code'::text, 'officer'::text])))
  -- constraint kind_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint kind_revision_check CHECK ((revision > 0))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Published revisions of kinds of activity; never edited, only retired

activities.kind_draft
  region integer not null
  id uuid not null
  code text not null
  definition json not null
  made_by uuid
  changed_at timestamp with time zone not null
  version integer not null default 1
  -- constraint kind_draft_code_unique UNIQUE (region, code)
  -- constraint kind_draft_pkey PRIMARY KEY (region, id)
  -- constraint kind_draft_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment A kind of activity an officer is designing; becomes the next revision when published

activities.pool
  region integer not null
  id uuid not null
  activity_id uuid not null
  seats integer
  standby_seats integer not null default 0
  taken integer not null default 0
  standby integer not null default 0
  counted integer not null default 0
  opens_at timestamp with time zone not null
  closes_at timestamp with time zone not null
  cancel_until timestamp with time zone not null
  rule text not null
  first_timers boolean not null default false
  seed_hash bytea
  seed_sealed bytea
  seed_key integer
  drawn_at timestamp with time zone
  men_seats integer
  men_taken integer not null default 0
  women_seats integer
  women_taken integer not null default 0
  -- constraint pool_activity_fkey FOREIGN KEY (region, activity_id) REFERENCES activities.activity(region, id)
  -- constraint pool_men_never_exceeded CHECK (((men_seats IS NULL) OR (men_taken <= men_seats)))
  -- constraint pool_men_seats CHECK ((men_seats >= 0))
  -- constraint pool_men_taken CHECK ((men_taken >= 0))
  -- constraint pool_never_oversold CHECK (((seats IS NULL) OR (taken <= seats)))
  -- constraint pool_pkey PRIMARY KEY (region, id)
  -- constraint pool_rule_check CHECK ((rule = ANY (ARRAY['first'::text, 'draw'::text])))
  -- constraint pool_seats_check CHECK ((seats >= 0))
  -- constraint pool_standby_check CHECK ((standby >= 0))
  -- constraint pool_standby_seats_check CHECK ((standby_seats >= 0))
  -- constraint pool_taken_check CHECK ((taken >= 0))
  -- constraint pool_times CHECK ((opens_at < closes_at))
  -- constraint pool_women_never_exceeded CHECK (((women_seats IS NULL) OR (women_taken <= women_seats)))
  -- constraint pool_women_seats CHECK ((women_seats >= 0))
  -- constraint pool_women_taken CHECK ((women_taken >= 0))
  -- CREATE INDEX pool_of_activity ON activities.pool USING btree (region, activity_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Seats one signs up for: of one session, or of a whole course; its row is the lock of a rush

activities.quota
  region integer not null
  pool_id uuid not null
  org_id uuid not null
  seats integer not null
  taken integer not null default 0
  -- constraint quota_never_exceeded CHECK ((taken <= seats))
  -- constraint quota_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint quota_pkey PRIMARY KEY (region, pool_id, org_id)
  -- constraint quota_pool_fkey FOREIGN KEY (region, pool_id) REFERENCES activities.pool(region, id)
  -- constraint quota_seats_check CHECK ((seats >= 0))
  -- constraint quota_taken_check CHECK ((taken >= 0))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment At most so many seats for members of one union and those beneath it

activities.rating
  region integer not null
  attendance_id uuid not null
  session_id uuid not null
  person_id uuid not null
  stars integer not null
  said text not null default ''::text
  at timestamp with time zone not null
  case_id uuid
  -- constraint rating_attendance_fkey FOREIGN KEY (region, attendance_id) REFERENCES activities.attendance(region, id)
  -- constraint rating_pkey PRIMARY KEY (region, attendance_id)
  -- constraint rating_stars_check CHECK (((stars >= 1) AND (stars <= 5)))
  -- CREATE INDEX rating_of_session ON activities.rating USING btree (region, session_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment What those who were there thought of it; one for each attendance

activities.session
  region integer not null
  id uuid not null
  activity_id uuid not null
  pool_id uuid not null
  number integer not null
  starts_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  place text not null
  address text not null default ''::text
  lon double precision
  lat double precision
  audience text
  head text not null default ''::text
  secret bytea not null
  gate_count integer
  gate_act uuid
  held_act uuid
  cancelled_at timestamp with time zone
  because text not null default ''::text
  closed_at timestamp with time zone
  version integer not null default 1
  -- constraint session_activity_fkey FOREIGN KEY (region, activity_id) REFERENCES activities.activity(region, id)
  -- constraint session_gate_count_check CHECK (((gate_count >= 0) AND (gate_count <= 1000000)))
  -- constraint session_number_check CHECK ((number > 0))
  -- constraint session_number_unique UNIQUE (region, activity_id, number)
  -- constraint session_pkey PRIMARY KEY (region, id)
  -- constraint session_place_check CHECK (((length(place) >= 1) AND (length(place) <= 80)))
  -- constraint session_pool_fkey FOREIGN KEY (region, pool_id) REFERENCES activities.pool(region, id)
  -- constraint session_times CHECK (((starts_at < ends_at) AND (ends_at < (starts_at + '31 days'::interval))))
  -- CREATE INDEX session_by_start ON activities.session USING btree (region, starts_at, id)
  -- CREATE INDEX session_of_pool ON activities.session USING btree (region, pool_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment One time and place of an activity

activities.sign_up
  region integer not null
  id uuid not null
  pool_id uuid not null
  person_id uuid not null
  state text not null
  seats integer not null
  number integer not null
  priority integer not null default 0
  rank integer not null
  org_id uuid
  quota_org uuid
  town integer
  party jsonb
  answers jsonb
  sealed bytea
  sealed_key integer
  channel text not null
  by_person uuid
  at timestamp with time zone not null
  confirmed_at timestamp with time zone
  ended_at timestamp with time zone
  because text
  absent boolean not null default false
  quota_sex text
  -- constraint sign_up_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'officer'::text, 'list'::text])))
  -- constraint sign_up_ended CHECK (((state = 'cancelled'::text) = (ended_at IS NOT NULL)))
  -- constraint sign_up_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint sign_up_pkey PRIMARY KEY (region, id)
  -- constraint sign_up_pool_fkey FOREIGN KEY (region, pool_id) REFERENCES activities.pool(region, id)
  -- constraint sign_up_quota_sex CHECK ((quota_sex = ANY (ARRAY['male'::text, 'female'::text])))
  -- constraint sign_up_seats_check CHECK (((seats >= 1) AND (seats <= 31)))
  -- constraint sign_up_state_check CHECK ((state = ANY (ARRAY['confirmed'::text, 'standby'::text, 'entered'::text, 'cancelled'::text])))
  -- CREATE INDEX sign_up_of_person ON activities.sign_up USING btree (region, person_id)
  -- CREATE INDEX sign_up_standby ON activities.sign_up USING btree (region, pool_id, priority, rank) WHERE (state = 'standby'::text)
  -- CREATE UNIQUE INDEX sign_up_once ON activities.sign_up USING btree (region, pool_id, person_id) WHERE (state <> 'cancelled'::text)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Who has signed up for which seats, and how it stands

cases.act
  region integer not null
  id uuid not null
  case_id uuid not null
  seq integer not null
  op text not null
  action text
  service text not null
  revision integer not null
  from_state text not null
  to_state text not null
  by_person uuid
  by_name text not null
  role text
  task_id uuid
  said text
  seen_by text not null
  answers json
  detail json
  at timestamp with time zone not null
  -- constraint act_case_fkey FOREIGN KEY (region, case_id) REFERENCES cases.matter(region, id)
  -- constraint act_one_after_the_other UNIQUE (region, case_id, seq)
  -- constraint act_pkey PRIMARY KEY (region, id)
  -- constraint act_seen_by_check CHECK ((seen_by = ANY (ARRAY['office'::text, 'applicant'::text])))
  -- constraint act_step_fkey FOREIGN KEY (region, service, revision, from_state, action, to_state) REFERENCES cases.step(region, service, revision, from_state, action, to_state)
  -- constraint act_task_fkey FOREIGN KEY (region, task_id) REFERENCES cases.task(region, id)
  -- CREATE INDEX act_by_person ON cases.act USING btree (region, by_person, at DESC)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Everything that was done about a case, one line each; append-only

cases.counter
  region integer not null
  name text not null
  value integer not null
  -- constraint counter_pkey PRIMARY KEY (region, name)
  -- constraint counter_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Running numbers of receipts

cases.disclosure
  region integer not null
  id uuid not null
  case_id uuid not null
  to_whom text not null
  what json not null
  purpose text not null
  by_person uuid
  at timestamp with time zone not null
  -- constraint disclosure_case_fkey FOREIGN KEY (region, case_id) REFERENCES cases.matter(region, id)
  -- constraint disclosure_pkey PRIMARY KEY (region, id)
  -- CREATE INDEX disclosure_by_case ON cases.disclosure USING btree (region, case_id, at)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment What of a case was shown to whom and why; append-only

cases.draft
  region integer not null
  person_id uuid not null
  service text not null
  revision integer not null
  answers json not null
  changed_at timestamp with time zone not null
  -- constraint draft_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint draft_pkey PRIMARY KEY (region, person_id, service)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment Applications not yet handed in

cases.link
  region integer not null
  id uuid not null
  case_id uuid not null
  org_id uuid
  party text not null
  contact text not null default ''::text
  asks text not null
  purpose text not null
  slice json not null
  token_hash bytea not null
  expires_at timestamp with time zone not null
  opened_at timestamp with time zone
  opened_hash bytea
  replied_at timestamp with time zone
  reply text
  revoked_at timestamp with time zone
  created_at timestamp with time zone not null
  created_by uuid
  -- constraint link_case_fkey FOREIGN KEY (region, case_id) REFERENCES cases.matter(region, id)
  -- constraint link_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint link_pkey PRIMARY KEY (region, id)
  -- constraint link_token_unique UNIQUE (region, token_hash)
  -- CREATE INDEX link_by_case ON cases.link USING btree (region, case_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment One-time links of linked parties without an account; each shows its slice of the case

cases.matter
  region integer not null
  id uuid not null
  number text not null
  service text not null
  revision integer not null
  state text not null
  outcome text
  title text not null
  org_id uuid not null
  town integer
  applicant_id uuid
  applicant_org_id uuid
  channel text not null
  restricted boolean not null default false
  answers json not null
  sealed bytea
  sealed_key integer
  opened_at timestamp with time zone not null
  opened_by uuid
  closed_at timestamp with time zone
  suspended_at timestamp with time zone
  awaiting text
  due_on date
  stars smallint
  reopened integer not null default 0
  origin_id uuid
  origin text
  acts integer not null default 0
  version integer not null default 1
  -- constraint matter_applicant_fkey FOREIGN KEY (region, applicant_id) REFERENCES people.person(region, id)
  -- constraint matter_applicant_org_fkey FOREIGN KEY (region, applicant_org_id) REFERENCES organisations.org(region, id)
  -- constraint matter_awaiting_check CHECK ((awaiting = ANY (ARRAY['supplement'::text, 'consult'::text, 'after'::text])))
  -- constraint matter_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'window'::text, 'hotline'::text, 'import'::text, 'office'::text, 'quick'::text])))
  -- constraint matter_number_unique UNIQUE (region, number)
  -- constraint matter_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint matter_origin_check CHECK ((origin = ANY (ARRAY['upgrade'::text, 'appeal'::text, 'return-visit'::text, 'copy'::text])))
  -- constraint matter_origin_fkey FOREIGN KEY (region, origin_id) REFERENCES cases.matter(region, id)
  -- constraint matter_pkey PRIMARY KEY (region, id)
  -- constraint matter_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint matter_stars_check CHECK (((stars >= 1) AND (stars <= 5)))
  -- constraint matter_state_fkey FOREIGN KEY (region, service, revision, state) REFERENCES cases.state(region, service, revision, state)
  -- constraint matter_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  -- CREATE INDEX matter_by_applicant ON cases.matter USING btree (region, applicant_id, opened_at DESC) WHERE (applicant_id IS NOT NULL)
  -- CREATE INDEX matter_by_org ON cases.matter USING btree (region, org_id, opened_at DESC, id DESC)
  -- CREATE INDEX matter_by_origin ON cases.matter USING btree (region, origin_id) WHERE (origin_id IS NOT NULL)
  -- CREATE INDEX matter_by_service ON cases.matter USING btree (region, service, opened_at DESC, id DESC)
  -- CREATE INDEX matter_by_time ON cases.matter USING btree (region, opened_at DESC, id DESC)
  -- CREATE INDEX matter_open_by_due ON cases.matter USING btree (region, due_on, id) WHERE (closed_at IS NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Cases (办件): one instance of a service

cases.memory
  region integer not null
  person_id uuid not null
  asks text not null
  value json not null
  said_at timestamp with time zone not null
  -- constraint memory_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint memory_pkey PRIMARY KEY (region, person_id, asks)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment What a person last answered to a question that several forms ask; offered, not asked again

cases.paper
  region integer not null
  case_id uuid not null
  file_id uuid not null
  field text
  act_id uuid
  added_at timestamp with time zone not null
  -- constraint paper_case_fkey FOREIGN KEY (region, case_id) REFERENCES cases.matter(region, id)
  -- constraint paper_file_fkey FOREIGN KEY (region, file_id) REFERENCES documents.file(region, id)
  -- constraint paper_pkey PRIMARY KEY (region, case_id, file_id)
  -- CREATE INDEX paper_by_file ON cases.paper USING btree (region, file_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Files that belong to a case: whoever may read the case may read them

cases.phrase
  region integer not null
  id uuid not null
  person_id uuid
  said text not null
  used integer not null default 0
  -- constraint phrase_pkey PRIMARY KEY (region, id)
  -- constraint phrase_said_check CHECK (((length(said) >= 1) AND (length(said) <= 300)))
  -- CREATE UNIQUE INDEX phrase_once ON cases.phrase USING btree (region, COALESCE(person_id, '00000000-0000-0000-0000-000000000000'::uuid), said)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment Opinion phrases: everybody's (person null) and one's own

cases.rating
  region integer not null
  case_id uuid not null
  round integer not null
  person_id uuid not null
  stars smallint not null
  said text not null default ''::text
  at timestamp with time zone not null
  -- constraint rating_case_fkey FOREIGN KEY (region, case_id) REFERENCES cases.matter(region, id)
  -- constraint rating_pkey PRIMARY KEY (region, case_id, round)
  -- constraint rating_stars_check CHECK (((stars >= 1) AND (stars <= 5)))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment What the person thought of it; one for each time the case was closed

cases.reader
  region integer not null
  id uuid not null
  case_id uuid not null
  person_id uuid not null
  why text not null
  since timestamp with time zone not null
  until timestamp with time zone
  -- constraint reader_case_fkey FOREIGN KEY (region, case_id) REFERENCES cases.matter(region, id)
  -- constraint reader_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint reader_pkey PRIMARY KEY (region, id)
  -- CREATE INDEX reader_by_person ON cases.reader USING btree (region, person_id) WHERE (until IS NULL)
  -- CREATE UNIQUE INDEX reader_once ON cases.reader USING btree (region, case_id, person_id) WHERE (until IS NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Persons to whom a case was copied; ends with the case

cases.saved_view
  region integer not null
  id uuid not null
  person_id uuid not null
  name text not null
  query json not null
  -- constraint saved_view_name_check CHECK (((length(name) >= 1) AND (length(name) <= 40)))
  -- constraint saved_view_name_unique UNIQUE (region, person_id, name)
  -- constraint saved_view_pkey PRIMARY KEY (region, id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment Filters that an officer keeps under a name

cases.seat
  region integer not null
  task_id uuid not null
  desk text not null
  case_id uuid not null
  service text not null
  due_on date not null
  opened_at timestamp with time zone not null
  -- constraint seat_case_fkey FOREIGN KEY (region, case_id) REFERENCES cases.matter(region, id)
  -- constraint seat_pkey PRIMARY KEY (region, task_id, desk)
  -- constraint seat_task_fkey FOREIGN KEY (region, task_id) REFERENCES cases.task(region, id)
  -- CREATE INDEX seat_by_case ON cases.seat USING btree (region, case_id)
  -- CREATE INDEX seat_queue ON cases.seat USING btree (region, desk, due_on, task_id)
  -- CREATE INDEX seat_queue_by_service ON cases.seat USING btree (region, desk, service, due_on, task_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment Open tasks by desk: the queues. A row goes when its task ends

cases.service
  region integer not null
  code text not null
  revision integer not null
  definition json not null
  digest bytea not null
  title text not null
  org_id uuid
  made_by text not null
  because text not null default ''::text
  published_at timestamp with time zone not null
  published_by uuid
  retired_at timestamp with time zone
  -- constraint service_code_check CHECK ((code ~ '^[a-z][a-z0-9-]{1,59}$'::text))
  -- constraint service_made_by_check CHECK ((made_by = ANY (ARRAY['code'::text, 'officer'::text])))
  -- constraint service_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint service_pkey PRIMARY KEY (region, code, revision)
  -- constraint service_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint service_revision_check CHECK ((revision > 0))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Published revisions of services; never edited, only retired

cases.service_draft
  region integer not null
  id uuid not null
  code text not null
  definition json not null
  org_id uuid
  because text not null default ''::text
  made_by uuid
  changed_at timestamp with time zone not null
  version integer not null default 1
  -- constraint service_draft_code_unique UNIQUE (region, code)
  -- constraint service_draft_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint service_draft_pkey PRIMARY KEY (region, id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment What an officer is designing; becomes the next revision when published

cases.snapshot
  region integer not null
  id uuid not null
  case_id uuid not null
  act_id uuid not null
  service text not null
  revision integer not null
  outcome text not null
  facts json not null
  verdicts json not null
  digest bytea not null
  at timestamp with time zone not null
  -- constraint snapshot_act_fkey FOREIGN KEY (region, act_id) REFERENCES cases.act(region, id)
  -- constraint snapshot_pkey PRIMARY KEY (region, id)
  -- CREATE INDEX snapshot_by_case ON cases.snapshot USING btree (region, case_id, at)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Facts, rule revision and outcome as they stood at a decision

cases.state
  region integer not null
  service text not null
  revision integer not null
  state text not null
  final boolean not null
  -- constraint state_pkey PRIMARY KEY (region, service, revision, state)
  -- constraint state_service_fkey FOREIGN KEY (region, service, revision) REFERENCES cases.service(region, code, revision)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment States a case of a revision can be in; no other can be stored

cases.step
  region integer not null
  service text not null
  revision integer not null
  from_state text not null
  action text not null
  to_state text not null
  -- constraint step_from_fkey FOREIGN KEY (region, service, revision, from_state) REFERENCES cases.state(region, service, revision, state)
  -- constraint step_pkey PRIMARY KEY (region, service, revision, from_state, action)
  -- constraint step_to_fkey FOREIGN KEY (region, service, revision, to_state) REFERENCES cases.state(region, service, revision, state)
  -- constraint step_whole_unique UNIQUE (region, service, revision, from_state, action, to_state)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Declared steps; an act that takes another fails on this key

cases.task
  region integer not null
  id uuid not null
  case_id uuid not null
  kind text not null
  state text not null
  role text
  parent_id uuid
  mode text
  asks text not null default ''::text
  holder_id uuid
  opened_at timestamp with time zone not null
  opened_by uuid
  ended_at timestamp with time zone
  ended_by uuid
  result text
  said text
  held json
  -- constraint task_case_fkey FOREIGN KEY (region, case_id) REFERENCES cases.matter(region, id)
  -- constraint task_ended_with_result CHECK (((ended_at IS NULL) = (result IS NULL)))
  -- constraint task_kind_check CHECK ((kind = ANY (ARRAY['step'::text, 'applicant'::text, 'consult'::text, 'before'::text, 'after'::text, 'delegated'::text, 'supplement'::text, 'extension'::text, 'visit'::text])))
  -- constraint task_mode_check CHECK ((mode = ANY (ARRAY['all'::text, 'any'::text])))
  -- constraint task_parent_fkey FOREIGN KEY (region, parent_id) REFERENCES cases.task(region, id)
  -- constraint task_pkey PRIMARY KEY (region, id)
  -- constraint task_result_check CHECK ((result = ANY (ARRAY['done'::text, 'agreed'::text, 'disagreed'::text, 'moved'::text, 'cancelled'::text])))
  -- CREATE INDEX task_by_case ON cases.task USING btree (region, case_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment What somebody must do about a case; access to the case opens and ends with it

clocks.calendar_change
  region integer not null
  id uuid not null
  year integer not null
  days_before jsonb not null
  days_after jsonb not null
  source text not null
  because text not null
  foreseen integer not null
  changed_at timestamp with time zone not null
  changed_by uuid
  -- constraint calendar_change_pkey PRIMARY KEY (region, id)
  -- constraint calendar_change_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- CREATE INDEX calendar_change_by_year ON clocks.calendar_change USING btree (region, year, changed_at)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Every change of the calendar that was applied: append-only

clocks.calendar_draft
  region integer not null
  year integer not null
  days jsonb not null
  source text not null
  because text not null
  changed_at timestamp with time zone not null
  changed_by uuid
  version integer not null default 1
  -- constraint calendar_draft_pkey PRIMARY KEY (region, year)
  -- constraint calendar_draft_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint calendar_draft_year_check CHECK (((year >= 1990) AND (year <= 2199)))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment A year of the calendar being edited; it counts for nothing until it is applied

clocks.calendar_move
  region integer not null
  change_id uuid not null
  moved integer not null default 0
  finished_at timestamp with time zone
  -- constraint calendar_move_change_fkey FOREIGN KEY (region, change_id) REFERENCES clocks.calendar_change(region, id)
  -- constraint calendar_move_pkey PRIMARY KEY (region, change_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment How far the open clocks have been moved after a change of the calendar

clocks.calendar_warning
  region integer not null
  year integer not null
  month text not null
  warned_at timestamp with time zone not null
  -- constraint calendar_warning_pkey PRIMARY KEY (region, year, month)
  -- constraint calendar_warning_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment In which month it was announced that the holidays of a coming year are missing: once each

clocks.clock
  region integer not null
  id uuid not null
  rule_code text
  rule_revision integer
  duty text not null
  name jsonb not null
  amount integer not null
  unit text not null
  direction text not null
  roll text not null
  extension integer
  warn text[] not null
  subject_kind text not null
  subject_id uuid not null
  label text not null
  link text not null
  organisation_id uuid not null
  owner_account_id uuid
  owner_right text
  head_account_id uuid
  head_right text
  counted_from timestamp with time zone not null
  began_at timestamp with time zone not null
  extended integer not null default 0
  pauses jsonb not null default '[]'::jsonb
  due_on date not null
  due_at timestamp with time zone not null
  by_hour boolean not null
  by_hand boolean not null
  uncertain integer[] not null
  soon_at timestamp with time zone not null
  paused_at timestamp with time zone
  stopped_at timestamp with time zone
  outcome text
  warned text[] not null default '{}'::text[]
  next_warning_at timestamp with time zone
  version integer not null default 1
  -- constraint clock_duty_check CHECK (((length(duty) >= 1) AND (length(duty) <= 60)))
  -- constraint clock_head_fkey FOREIGN KEY (region, head_account_id) REFERENCES accounts.account(region, id)
  -- constraint clock_label_check CHECK (((length(label) >= 1) AND (length(label) <= 200)))
  -- constraint clock_organisation_fkey FOREIGN KEY (region, organisation_id) REFERENCES organisations.org(region, id)
  -- constraint clock_outcome_known CHECK ((outcome = ANY (ARRAY['met'::text, 'missed'::text, 'cancelled'::text])))
  -- constraint clock_owner_fkey FOREIGN KEY (region, owner_account_id) REFERENCES accounts.account(region, id)
  -- constraint clock_pkey PRIMARY KEY (region, id)
  -- constraint clock_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint clock_rule_fkey FOREIGN KEY (region, rule_code, rule_revision) REFERENCES clocks.rule(region, code, revision)
  -- constraint clock_stopped_whole CHECK (((stopped_at IS NULL) = (outcome IS NULL)))
  -- constraint clock_warns_while_running CHECK (((next_warning_at IS NULL) OR ((stopped_at IS NULL) AND (paused_at IS NULL))))
  -- CREATE INDEX clock_of_subject ON clocks.clock USING btree (region, subject_id)
  -- CREATE INDEX clock_open_by_due ON clocks.clock USING btree (region, due_on) WHERE ((stopped_at IS NULL) AND (NOT by_hand) AND (NOT by_hour))
  -- CREATE INDEX clock_open_of_organisation ON clocks.clock USING btree (region, organisation_id, due_at) WHERE (stopped_at IS NULL)
  -- CREATE INDEX clock_to_warn ON clocks.clock USING btree (region, next_warning_at) WHERE (next_warning_at IS NOT NULL)
  -- CREATE UNIQUE INDEX clock_running_once ON clocks.clock USING btree (region, subject_kind, subject_id, duty) WHERE (stopped_at IS NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Due dates that run, stand still or have ended

clocks.clock_change
  region integer not null
  id uuid not null
  clock_id uuid not null
  kind text not null
  at timestamp with time zone not null
  by_person_id uuid
  because text not null default ''::text
  amount integer
  due_on_before date
  due_on date not null
  due_at timestamp with time zone not null
  -- constraint clock_change_clock_fkey FOREIGN KEY (region, clock_id) REFERENCES clocks.clock(region, id)
  -- constraint clock_change_kind_known CHECK ((kind = ANY (ARRAY['started'::text, 'paused'::text, 'resumed'::text, 'extended'::text, 'moved_by_calendar'::text, 'set_by_hand'::text, 'handed'::text, 'stopped'::text])))
  -- constraint clock_change_pkey PRIMARY KEY (region, id)
  -- CREATE INDEX clock_change_of_clock ON clocks.clock_change USING btree (region, clock_id, at)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment What happened to each clock: append-only

clocks.holiday
  region integer not null
  falls_on date not null
  kind text not null
  name text not null
  source text not null
  -- constraint holiday_kind_known CHECK ((kind = ANY (ARRAY['holiday'::text, 'workday'::text])))
  -- constraint holiday_named CHECK (((length(name) >= 1) AND (length(name) <= 40)))
  -- constraint holiday_pkey PRIMARY KEY (region, falls_on)
  -- constraint holiday_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select to gongyou_app
  -- class tenant
  -- comment Days on which the rule of the week does not hold: holidays and weekend days that are worked

clocks.rule
  region integer not null
  code text not null
  revision integer not null
  valid_from date not null
  name jsonb not null
  begins jsonb not null
  amount integer not null
  unit text not null
  direction text not null
  roll text not null
  extension integer
  warn text[] not null
  source text not null
  mark text not null
  note text not null default ''::text
  because text not null
  changed_at timestamp with time zone not null
  changed_by uuid
  -- constraint rule_amount_check CHECK ((amount >= 0))
  -- constraint rule_code_check CHECK ((code ~ '^[a-z][a-z0-9_]{1,39}$'::text))
  -- constraint rule_counts_something CHECK (((amount > 0) = (unit <> ALL (ARRAY['as_printed'::text, 'none'::text]))))
  -- constraint rule_direction_known CHECK ((direction = ANY (ARRAY['after'::text, 'before'::text])))
  -- constraint rule_extension_check CHECK ((extension > 0))
  -- constraint rule_mark_known CHECK ((mark = ANY (ARRAY['L'::text, 'A'::text, 'K'::text, 'W'::text])))
  -- constraint rule_pkey PRIMARY KEY (region, code, revision)
  -- constraint rule_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint rule_revision_check CHECK ((revision > 0))
  -- constraint rule_roll_known CHECK ((roll = ANY (ARRAY['working_day'::text, 'none'::text])))
  -- constraint rule_unit_known CHECK ((unit = ANY (ARRAY['working_days'::text, 'calendar_days'::text, 'hours'::text, 'months'::text, 'years'::text, 'day_of_next_month'::text, 'as_printed'::text, 'none'::text])))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Time limits of law and custom; a change is a new revision with its first day and a reason

documents.file
  region integer not null
  id uuid not null
  name text not null
  media_type text not null
  bytes bigint not null
  sha256 bytea not null
  place text not null
  owner_person_id uuid
  org_id uuid
  secrecy text not null default 'P1'::text
  created_at timestamp with time zone not null
  created_by uuid
  removed_at timestamp with time zone
  -- constraint file_bytes_check CHECK ((bytes >= 0))
  -- constraint file_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  -- constraint file_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint file_owner_fkey FOREIGN KEY (region, owner_person_id) REFERENCES people.person(region, id)
  -- constraint file_pkey PRIMARY KEY (region, id)
  -- constraint file_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint file_secrecy_check CHECK ((secrecy = ANY (ARRAY['P0'::text, 'P1'::text, 'P2'::text, 'P3'::text])))
  -- CREATE INDEX file_by_hash ON documents.file USING btree (region, sha256)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Files kept in the local folder or an S3 store; content is named by its hash

hotline.order
  region integer not null
  source text not null
  number text not null
  case_id uuid not null
  received_on date not null
  due_on date
  answered_at timestamp with time zone
  in_time boolean
  -- constraint order_case_fkey FOREIGN KEY (region, case_id) REFERENCES cases.matter(region, id)
  -- constraint order_case_unique UNIQUE (region, case_id)
  -- constraint order_number_check CHECK (((length(number) >= 1) AND (length(number) <= 40)))
  -- constraint order_pkey PRIMARY KEY (region, source, number)
  -- constraint order_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint order_source_check CHECK ((source = ANY (ARRAY['12345'::text, '12351'::text])))
  -- CREATE INDEX order_by_day ON hotline."order" USING btree (region, received_on)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- comment Orders by their number: an order is one case, however often its list is sent

kit.migration
  name text not null
  sha256 text not null
  applied_at timestamp with time zone not null default now()
  -- constraint migration_pkey PRIMARY KEY (name)
  -- grant select to gongyou_app
  -- class local
  -- comment Which numbered file changed this database, when, and the digest it had then

kit.region_name
  region integer not null
  name text not null
  short_name text not null
  -- constraint region_name_pkey PRIMARY KEY (region)
  -- grant select to gongyou_app
  -- class reference
  -- comment District codes of GB/T 2260 that this installation serves

kit.setting
  region integer not null
  name text not null
  value jsonb not null
  because text not null default ''::text
  changed_at timestamp with time zone not null
  changed_by uuid
  -- constraint setting_pkey PRIMARY KEY (region, name)
  -- constraint setting_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Values that an administrator may change; defaults stand in the contract

kit.table_class
  table_name text not null
  class text not null
  declared_at timestamp with time zone not null default now()
  -- constraint table_class_class_check CHECK ((class = ANY (ARRAY['tenant'::text, 'reference'::text, 'local'::text])))
  -- constraint table_class_pkey PRIMARY KEY (table_name)
  -- grant select to gongyou_app
  -- class local
  -- comment How each table is spread when the database is a Citus cluster

kit.tenant_anchor
  region integer not null
  opened_at timestamp with time zone not null default now()
  -- constraint tenant_anchor_pkey PRIMARY KEY (region)
  -- constraint tenant_anchor_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant select to gongyou_app
  -- class tenant
  -- comment One row per region served; every distributed table is placed beside it

ledger.act
  region integer not null
  id uuid not null
  kind text not null
  subject_id uuid not null
  org_id uuid
  person_id uuid
  actor_id uuid
  day date not null
  at timestamp with time zone not null
  reverses uuid
  data jsonb not null default '{}'::jsonb
  -- constraint act_pkey PRIMARY KEY (region, id)
  -- constraint act_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint act_reverses_fkey FOREIGN KEY (region, reverses) REFERENCES ledger.act(region, id)
  -- CREATE INDEX act_of_kind ON ledger.act USING btree (region, kind, day)
  -- CREATE INDEX act_of_subject ON ledger.act USING btree (region, subject_id, at)
  -- CREATE UNIQUE INDEX act_reversed_once ON ledger.act USING btree (region, reverses) WHERE (reverses IS NOT NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment What happened: append-only; the state of every record follows from its acts

ledger.alias
  region integer not null
  gone_id uuid not null
  kept_id uuid not null
  root_id uuid not null
  -- constraint alias_pkey PRIMARY KEY (region, gone_id)
  -- constraint alias_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- CREATE INDEX alias_by_root ON ledger.alias USING btree (region, root_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment Persons recorded twice count as one: drawn from the acts of merging and parting

ledger.audit
  region integer not null
  id uuid not null
  at timestamp with time zone not null
  actor_id uuid
  actor text not null
  action text not null
  subject_id uuid
  person_id uuid
  purpose text
  request text
  detail jsonb
  -- constraint audit_pkey PRIMARY KEY (region, id)
  -- constraint audit_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- CREATE INDEX audit_by_time ON ledger.audit USING btree (region, at)
  -- CREATE INDEX audit_of_actor ON ledger.audit USING btree (region, actor_id, at) WHERE (actor_id IS NOT NULL)
  -- CREATE INDEX audit_of_person ON ledger.audit USING btree (region, person_id, at) WHERE (person_id IS NOT NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Who did or saw what: append-only, sealed minute by minute into a hash chain

ledger.audit_seal
  region integer not null
  number integer not null
  until timestamp with time zone not null
  lines integer not null
  previous bytea not null
  digest bytea not null
  sealed_at timestamp with time zone not null
  -- constraint audit_seal_number_check CHECK ((number > 0))
  -- constraint audit_seal_pkey PRIMARY KEY (region, number)
  -- constraint audit_seal_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Hash chain over the audit lines: each seal covers the lines up to a moment and the seal before it

ledger.bit_of
  region integer not null
  person_id uuid not null
  number integer not null
  -- constraint bit_of_number_unique UNIQUE (region, number)
  -- constraint bit_of_pkey PRIMARY KEY (region, person_id)
  -- constraint bit_of_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Which bit stands for a person in crowds; means nothing else

ledger.cell
  region integer not null
  cut text not null
  month date not null
  records bigint not null
  amount numeric(20,2) not null
  -- constraint cell_pkey PRIMARY KEY (region, cut, month)
  -- constraint cell_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select to gongyou_app
  -- class tenant
  -- comment Facts of a cut counted by month over the whole region; holds unless the month is marked stale

ledger.crowd
  region integer not null
  cut text not null
  month date not null
  chunk integer not null
  members bit(8192) not null
  -- constraint crowd_pkey PRIMARY KEY (region, cut, month, chunk)
  -- constraint crowd_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select to gongyou_app
  -- class tenant
  -- comment Who stands behind a cell, one bit a person in chunks: months are joined as sets, never added

ledger.cut
  region integer not null
  cut text not null
  fact text not null
  cond jsonb not null default '{}'::jsonb
  persons boolean not null default false
  filled_at timestamp with time zone
  -- constraint cut_pkey PRIMARY KEY (region, cut)
  -- constraint cut_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment Which facts figures are made of: each is counted by month beforehand

ledger.fact
  region integer not null
  fact text not null
  act_id uuid not null
  part smallint not null default 0
  day date not null
  org_id uuid
  town integer
  person_id uuid
  amount numeric(18,2) not null default 1
  dims jsonb not null default '{}'::jsonb
  -- constraint fact_pkey PRIMARY KEY (region, fact, act_id, part)
  -- CREATE INDEX fact_by_day ON ledger.fact USING btree (region, fact, day, act_id)
  -- CREATE INDEX fact_by_org ON ledger.fact USING btree (region, org_id, fact, day)
  -- CREATE INDEX fact_of_person ON ledger.fact USING btree (region, person_id) WHERE (person_id IS NOT NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select to gongyou_app
  -- class tenant
  -- comment Countable rows drawn from acts by a declared projection; can be rebuilt from the acts at any time

ledger.fold
  region integer not null
  folded_at timestamp with time zone
  -- constraint fold_pkey PRIMARY KEY (region)
  -- constraint fold_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Whoever counts months holds this row, so that two processes do not count the same

ledger.outbox
  region integer not null
  id uuid not null
  task text not null
  payload jsonb not null
  run_at timestamp with time zone not null
  job_key text
  -- constraint outbox_pkey PRIMARY KEY (region, id)
  -- constraint outbox_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- CREATE INDEX outbox_by_time ON ledger.outbox USING btree (region, run_at)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select to gongyou_app
  -- class tenant
  -- comment Jobs leave through here: written with the act, relayed to the queue, then deleted

ledger.stale
  region integer not null
  id uuid not null
  fact text not null
  month date not null
  -- constraint stale_pkey PRIMARY KEY (region, id)
  -- constraint stale_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- CREATE INDEX stale_by_fact ON ledger.stale USING btree (region, fact, month)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select to gongyou_app
  -- class tenant
  -- comment Months whose facts changed since they were counted: one line a transaction, fact and month, only ever inserted, so nobody waits

matchmaking.card
  region integer not null
  id uuid not null
  activity_id uuid not null
  person_id uuid not null
  nickname text not null
  occupation text not null default ''::text
  words text not null default ''::text
  contact bytea not null
  contact_key integer not null
  consent text not null
  made_at timestamp with time zone not null
  -- constraint card_meeting_fkey FOREIGN KEY (region, activity_id) REFERENCES matchmaking.meeting(region, activity_id)
  -- constraint card_nickname_check CHECK (((length(nickname) >= 1) AND (length(nickname) <= 20)))
  -- constraint card_nickname_unique UNIQUE (region, activity_id, nickname)
  -- constraint card_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint card_person_unique UNIQUE (region, activity_id, person_id)
  -- constraint card_pkey PRIMARY KEY (region, id)
  -- CREATE INDEX card_of_person ON matchmaking.card USING btree (region, person_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment What somebody shows of himself to those who are there, under a name he chose; deleted after the set days

matchmaking.choice
  region integer not null
  card_id uuid not null
  chosen_id uuid not null
  person_id uuid not null
  -- constraint choice_card_fkey FOREIGN KEY (region, card_id) REFERENCES matchmaking.card(region, id)
  -- constraint choice_chosen_fkey FOREIGN KEY (region, chosen_id) REFERENCES matchmaking.card(region, id)
  -- constraint choice_of_another CHECK ((card_id <> chosen_id))
  -- constraint choice_pkey PRIMARY KEY (region, card_id, chosen_id)
  -- CREATE INDEX choice_of_chosen ON matchmaking.choice USING btree (region, chosen_id)
  -- policy region_wall for r using ((region = kit.region()) AND ((kit.unsealed() = '*'::text) OR (kit.unsealed() = (person_id)::text)))
  -- policy region_wall_delete for d using ((region = kit.region()) AND ((kit.unsealed() = '*'::text) OR (kit.unsealed() = (person_id)::text)))
  -- policy region_wall_insert for a check ((region = kit.region()) AND (kit.unsealed() = (person_id)::text))
  -- grant delete, insert, select to gongyou_app
  -- class tenant
  -- comment Whom somebody chose; nobody else can read it, and all are deleted when they are compared

matchmaking.meeting
  region integer not null
  activity_id uuid not null
  asked_at timestamp with time zone
  matched_at timestamp with time zone
  cleared_at timestamp with time zone
  cards integer
  pairs integer
  -- constraint meeting_activity_fkey FOREIGN KEY (region, activity_id) REFERENCES activities.activity(region, id)
  -- constraint meeting_pkey PRIMARY KEY (region, activity_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment How far the choosing at one activity has come; only its counts outlive the set days

matchmaking.pair
  region integer not null
  one_id uuid not null
  other_id uuid not null
  one_person uuid not null
  other_person uuid not null
  -- constraint pair_once CHECK ((one_id < other_id))
  -- constraint pair_one_fkey FOREIGN KEY (region, one_id) REFERENCES matchmaking.card(region, id)
  -- constraint pair_other_fkey FOREIGN KEY (region, other_id) REFERENCES matchmaking.card(region, id)
  -- constraint pair_pkey PRIMARY KEY (region, one_id, other_id)
  -- CREATE INDEX pair_of_other ON matchmaking.pair USING btree (region, other_id)
  -- policy region_wall for r using ((region = kit.region()) AND ((kit.unsealed() = '*'::text) OR ((kit.unsealed() = (one_person)::text) OR (kit.unsealed() = (other_person)::text))))
  -- policy region_wall_delete for d using ((region = kit.region()) AND ((kit.unsealed() = '*'::text) OR ((kit.unsealed() = (one_person)::text) OR (kit.unsealed() = (other_person)::text))))
  -- policy region_wall_insert for a check ((region = kit.region()) AND (kit.unsealed() = '*'::text))
  -- grant delete, insert, select to gongyou_app
  -- class tenant
  -- comment Two who chose each other, until one withdraws or the set days are over

membership.application
  region integer not null
  id uuid not null
  number text not null
  person_id uuid not null
  org_id uuid not null
  join_point_id uuid
  channel text not null
  status text not null
  answers jsonb not null
  checks jsonb not null default '[]'::jsonb
  reason text
  submitted_at timestamp with time zone not null
  due_on date not null
  decided_at timestamp with time zone
  decided_by uuid
  version integer not null default 1
  -- constraint application_decided CHECK (((status = ANY (ARRAY['approved'::text, 'refused'::text])) = (decided_at IS NOT NULL)))
  -- constraint application_join_point_fkey FOREIGN KEY (region, join_point_id) REFERENCES membership.join_point(region, id)
  -- constraint application_number_unique UNIQUE (region, number)
  -- constraint application_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint application_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint application_pkey PRIMARY KEY (region, id)
  -- constraint application_reason_given CHECK (((status <> ALL (ARRAY['returned'::text, 'refused'::text])) OR (length(reason) >= 2)))
  -- constraint application_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint application_status_check CHECK ((status = ANY (ARRAY['submitted'::text, 'returned'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text])))
  -- CREATE INDEX application_by_status ON membership.application USING btree (region, status, submitted_at)
  -- CREATE INDEX application_queue ON membership.application USING btree (region, org_id, status, submitted_at)
  -- CREATE UNIQUE INDEX application_open_unique ON membership.application USING btree (region, person_id) WHERE (status = ANY (ARRAY['submitted'::text, 'returned'::text]))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Applications to join

membership.counter
  region integer not null
  name text not null
  value bigint not null
  -- constraint counter_pkey PRIMARY KEY (region, name)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Running numbers of applications and cards

membership.join_point
  region integer not null
  id uuid not null
  code text not null
  org_id uuid not null
  kind text not null
  label text not null
  expires_at timestamp with time zone
  closed_at timestamp with time zone
  created_at timestamp with time zone not null
  created_by uuid
  -- constraint join_point_code_check CHECK ((code ~ '^[A-HJ-NP-Z2-9]{6,10}$'::text))
  -- constraint join_point_code_unique UNIQUE (region, code)
  -- constraint join_point_kind_check CHECK ((kind = ANY (ARRAY['station'::text, 'session'::text, 'venue'::text, 'unit'::text])))
  -- constraint join_point_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint join_point_pkey PRIMARY KEY (region, id)
  -- constraint join_point_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- CREATE INDEX join_point_by_org ON membership.join_point USING btree (region, org_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment QR codes that lead to joining: of a station, an outreach session, a venue or a unit

membership.membership
  region integer not null
  person_id uuid not null
  org_id uuid not null
  status text not null
  card_number text
  joined_on date
  channel text
  floating boolean not null default false
  occupation text
  since date not null
  version integer not null default 1
  changed_at timestamp with time zone not null
  -- constraint membership_card_unique UNIQUE (region, card_number)
  -- constraint membership_joined CHECK (((status = 'prospect'::text) OR (joined_on IS NOT NULL)))
  -- constraint membership_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint membership_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint membership_pkey PRIMARY KEY (region, person_id)
  -- constraint membership_status_check CHECK ((status = ANY (ARRAY['prospect'::text, 'active'::text, 'transferring'::text, 'retained'::text, 'left'::text, 'expelled'::text, 'deceased'::text])))
  -- CREATE INDEX membership_by_joined ON membership.membership USING btree (region, joined_on DESC NULLS LAST, person_id)
  -- CREATE INDEX membership_by_org ON membership.membership USING btree (region, org_id, status)
  -- CREATE INDEX membership_by_status ON membership.membership USING btree (region, status, joined_on DESC NULLS LAST, person_id) WHERE (status <> 'active'::text)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment Where each person stands with the union today; how it came about stands in the acts

membership.roster_batch
  region integer not null
  id uuid not null
  state text not null
  file_name text not null
  file_bytes bigint not null
  format text not null
  sheet text not null
  header_from integer not null
  header_to integer not null
  titles jsonb not null
  mapping jsonb not null
  default_org_id uuid
  total_rows integer not null
  done_rows integer not null default 0
  checkpoint integer not null default 0
  found jsonb
  made jsonb
  taken_back jsonb
  importer jsonb not null
  importer_id uuid
  error text
  created_at timestamp with time zone not null
  checked_at timestamp with time zone
  ended_at timestamp with time zone
  undone_at timestamp with time zone
  -- constraint roster_batch_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)))
  -- constraint roster_batch_org_fkey FOREIGN KEY (region, default_org_id) REFERENCES organisations.org(region, id)
  -- constraint roster_batch_pkey PRIMARY KEY (region, id)
  -- constraint roster_batch_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint roster_batch_state_check CHECK ((state = ANY (ARRAY['uploaded'::text, 'mapped'::text, 'checking'::text, 'checked'::text, 'committing'::text, 'done'::text, 'failed'::text, 'undoing'::text, 'undone'::text, 'discarded'::text])))
  -- CREATE INDEX roster_batch_at_work ON membership.roster_batch USING btree (region, created_at) WHERE (state = ANY (ARRAY['mapped'::text, 'checking'::text, 'committing'::text, 'undoing'::text]))
  -- CREATE INDEX roster_batch_by_time ON membership.roster_batch USING btree (region, created_at DESC)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Rosters handed in: what came, where it stands, what it made

membership.roster_chunk
  region integer not null
  batch_id uuid not null
  from_row integer not null
  to_row integer not null
  key_id smallint not null
  waiting bytea
  done bytea
  -- constraint roster_chunk_batch_fkey FOREIGN KEY (region, batch_id) REFERENCES membership.roster_batch(region, id)
  -- constraint roster_chunk_pkey PRIMARY KEY (region, batch_id, from_row)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment Thousands of roster rows in one: checked and waiting, then written and undoable

membership.roster_mapping
  region integer not null
  titles text not null
  mapping jsonb not null
  changed_at timestamp with time zone not null
  changed_by uuid
  -- constraint roster_mapping_pkey PRIMARY KEY (region, titles)
  -- constraint roster_mapping_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Which column means what, remembered for each set of titles

membership.roster_row
  region integer not null
  batch_id uuid not null
  row integer not null
  outcome text not null
  problems jsonb not null
  raw bytea
  raw_key smallint
  -- constraint roster_row_batch_fkey FOREIGN KEY (region, batch_id) REFERENCES membership.roster_batch(region, id)
  -- constraint roster_row_outcome_check CHECK ((outcome = ANY (ARRAY['bad'::text, 'look'::text, 'changed'::text, 'kept'::text])))
  -- constraint roster_row_pkey PRIMARY KEY (region, batch_id, "row")
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment Rows of a roster about which there is something to say

membership.roster_turn
  region integer not null
  batch_id uuid not null
  -- constraint roster_turn_batch_fkey FOREIGN KEY (region, batch_id) REFERENCES membership.roster_batch(region, id)
  -- constraint roster_turn_pkey PRIMARY KEY (region, batch_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment A process locks this row while it works on a batch; a dead process lets go by itself

membership.stay
  region integer not null
  id uuid not null
  person_id uuid not null
  org_id uuid not null
  during daterange not null
  -- constraint stay_one_union_at_a_time EXCLUDE USING gist (region WITH =, person_id WITH =, during WITH &&)
  -- constraint stay_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint stay_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint stay_pkey PRIMARY KEY (region, id)
  -- CREATE INDEX stay_by_org ON membership.stay USING btree (region, org_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment Which union a member belonged to in which period: never two at once

membership.transfer
  region integer not null
  id uuid not null
  person_id uuid not null
  from_org_id uuid not null
  to_org_id uuid not null
  status text not null
  asked_by uuid
  because text not null default ''::text
  reason text
  asked_at timestamp with time zone not null
  released_at timestamp with time zone
  released_by uuid
  received_at timestamp with time zone
  received_by uuid
  version integer not null default 1
  -- constraint transfer_from_fkey FOREIGN KEY (region, from_org_id) REFERENCES organisations.org(region, id)
  -- constraint transfer_goes_somewhere CHECK ((from_org_id <> to_org_id))
  -- constraint transfer_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint transfer_pkey PRIMARY KEY (region, id)
  -- constraint transfer_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'released'::text, 'received'::text, 'refused'::text, 'withdrawn'::text])))
  -- constraint transfer_to_fkey FOREIGN KEY (region, to_org_id) REFERENCES organisations.org(region, id)
  -- CREATE INDEX transfer_from ON membership.transfer USING btree (region, from_org_id, status)
  -- CREATE INDEX transfer_to ON membership.transfer USING btree (region, to_org_id, status)
  -- CREATE UNIQUE INDEX transfer_open_unique ON membership.transfer USING btree (region, person_id) WHERE (status = ANY (ARRAY['asked'::text, 'released'::text]))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Moving a membership: released at one end, received at the other

notices.delivery
  region integer not null
  id uuid not null
  message_id uuid
  channel text not null
  address text not null
  body text not null
  state text not null
  tries integer not null default 0
  error text
  created_at timestamp with time zone not null
  sent_at timestamp with time zone
  title text
  -- constraint delivery_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'wechat'::text, 'email'::text])))
  -- constraint delivery_message_fkey FOREIGN KEY (region, message_id) REFERENCES notices.message(region, id)
  -- constraint delivery_pkey PRIMARY KEY (region, id)
  -- constraint delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])))
  -- CREATE INDEX delivery_by_time ON notices.delivery USING btree (region, created_at DESC)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment What left by SMS, WeChat or e-mail; in the demo this is the visible outbox

notices.message
  region integer not null
  id uuid not null
  person_id uuid not null
  kind text not null
  title jsonb not null
  body jsonb not null
  link text
  created_at timestamp with time zone not null
  read_at timestamp with time zone
  -- constraint message_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint message_pkey PRIMARY KEY (region, id)
  -- constraint message_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- CREATE INDEX message_inbox ON notices.message USING btree (region, person_id, created_at DESC)
  -- CREATE INDEX message_unread ON notices.message USING btree (region, person_id) WHERE (read_at IS NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment The one inbox of each person

organisations.allowed_child
  parent_kind text not null
  child_kind text not null
  -- constraint allowed_child_pkey PRIMARY KEY (parent_kind, child_kind)
  -- grant select to gongyou_app
  -- class reference
  -- comment Which kind of organisation may stand under which; filled from the contract at start

organisations.employer
  region integer not null
  id uuid not null
  name text not null
  uscc text
  industry text
  economic_type text
  is_public boolean
  size text
  is_platform boolean not null default false
  town integer
  address text
  contact_name text
  contact_phone text
  workers integer
  changed_at timestamp with time zone not null
  version integer not null default 1
  -- constraint employer_name_check CHECK (((length(name) >= 2) AND (length(name) <= 120)))
  -- constraint employer_pkey PRIMARY KEY (region, id)
  -- constraint employer_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint employer_uscc_check CHECK ((length(uscc) = 18))
  -- constraint employer_workers_check CHECK ((workers >= 0))
  -- CREATE INDEX employer_name_search ON organisations.employer USING gin (name gin_trgm_ops)
  -- CREATE UNIQUE INDEX employer_uscc_unique ON organisations.employer USING btree (region, uscc) WHERE (uscc IS NOT NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Employers and platform companies

organisations.employment
  region integer not null
  id uuid not null
  person_id uuid not null
  employer_id uuid
  employer_name text
  occupation text
  employment_form text
  employment_state text
  station_name text
  vehicle text
  injury_insurance text
  since date not null
  until date
  -- constraint employment_employer_fkey FOREIGN KEY (region, employer_id) REFERENCES organisations.employer(region, id)
  -- constraint employment_period CHECK (((until IS NULL) OR (until >= since)))
  -- constraint employment_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint employment_pkey PRIMARY KEY (region, id)
  -- CREATE INDEX employment_by_employer ON organisations.employment USING btree (region, employer_id) WHERE (until IS NULL)
  -- CREATE INDEX employment_by_person ON organisations.employment USING btree (region, person_id) WHERE (until IS NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment Who works for whom; a rider may work for several platforms at once

organisations.org
  region integer not null
  id uuid not null
  kind text not null
  name text not null
  short_name text
  parent_id uuid
  parent_kind text
  path ltree not null
  industry_parent_id uuid
  employer_id uuid
  uscc text
  town integer
  approval_number text
  founded_on date
  dissolved_on date
  stage text not null default 'running'::text
  workers_declared integer
  women_declared integer
  declared_on date
  units_covered integer
  phone text
  address text
  succeeded_by uuid
  changed_at timestamp with time zone not null
  version integer not null default 1
  -- constraint org_employer_fkey FOREIGN KEY (region, employer_id) REFERENCES organisations.employer(region, id)
  -- constraint org_identity_kind_unique UNIQUE (region, id, kind)
  -- constraint org_industry_parent_fkey FOREIGN KEY (region, industry_parent_id) REFERENCES organisations.org(region, id)
  -- constraint org_kind_under_parent_fkey FOREIGN KEY (parent_kind, kind) REFERENCES organisations.allowed_child(parent_kind, child_kind)
  -- constraint org_name_check CHECK (((length(name) >= 2) AND (length(name) <= 120)))
  -- constraint org_not_its_own_parent CHECK ((parent_id <> id))
  -- constraint org_parent_fkey FOREIGN KEY (region, parent_id, parent_kind) REFERENCES organisations.org(region, id, kind)
  -- constraint org_parent_kind_given CHECK (((parent_id IS NULL) = (parent_kind IS NULL)))
  -- constraint org_pkey PRIMARY KEY (region, id)
  -- constraint org_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint org_succeeded_by_fkey FOREIGN KEY (region, succeeded_by) REFERENCES organisations.org(region, id)
  -- constraint org_units_covered_check CHECK ((units_covered >= 0))
  -- constraint org_uscc_check CHECK ((length(uscc) = 18))
  -- constraint org_women_declared_check CHECK ((women_declared >= 0))
  -- constraint org_workers_declared_check CHECK ((workers_declared >= 0))
  -- CREATE INDEX org_by_parent ON organisations.org USING btree (region, parent_id)
  -- CREATE INDEX org_by_path ON organisations.org USING gist (path)
  -- CREATE INDEX org_name_search ON organisations.org USING gin (name gin_trgm_ops)
  -- CREATE UNIQUE INDEX org_name_unique ON organisations.org USING btree (region, parent_id, name) WHERE (dissolved_on IS NULL)
  -- CREATE UNIQUE INDEX org_uscc_unique ON organisations.org USING btree (region, uscc) WHERE ((uscc IS NOT NULL) AND (dissolved_on IS NULL))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Nodes of the union tree, partner bureaus and linked parties

organisations.org_parent
  region integer not null
  id uuid not null
  org_id uuid not null
  line text not null
  parent_id uuid not null
  during daterange not null
  because text not null default ''::text
  -- constraint org_one_parent_at_a_time EXCLUDE USING gist (region WITH =, org_id WITH =, line WITH =, during WITH &&)
  -- constraint org_parent_line_check CHECK ((line = ANY (ARRAY['area'::text, 'industry'::text])))
  -- constraint org_parent_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint org_parent_parent_fkey FOREIGN KEY (region, parent_id) REFERENCES organisations.org(region, id)
  -- constraint org_parent_pkey PRIMARY KEY (region, id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Dated parents of each organisation on the area line and the industry line

organisations.post
  region integer not null
  id uuid not null
  org_id uuid not null
  person_id uuid not null
  post text not null
  full_time boolean not null default false
  during daterange not null
  -- constraint post_held_once EXCLUDE USING gist (region WITH =, org_id WITH =, person_id WITH =, post WITH =, during WITH &&)
  -- constraint post_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint post_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint post_pkey PRIMARY KEY (region, id)
  -- CREATE INDEX post_by_org ON organisations.post USING btree (region, org_id)
  -- CREATE INDEX post_by_person ON organisations.post USING btree (region, person_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Who holds which post where and when; a post gives a role

organisations.term
  region integer not null
  id uuid not null
  org_id uuid not null
  number integer not null
  during daterange not null
  years smallint not null
  election_file uuid
  reminded_on date
  -- constraint term_no_overlap EXCLUDE USING gist (region WITH =, org_id WITH =, during WITH &&)
  -- constraint term_number_check CHECK (((number >= 1) AND (number <= 60)))
  -- constraint term_number_unique UNIQUE (region, org_id, number)
  -- constraint term_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint term_pkey PRIMARY KEY (region, id)
  -- constraint term_years_check CHECK ((years = ANY (ARRAY[3, 5])))
  -- CREATE INDEX term_by_end ON organisations.term USING btree (region, upper(during))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Terms of office of a union committee (Trade Union Law, art. 16: three or five years)

papers.draft
  region integer not null
  paper_id uuid not null
  version integer not null
  content jsonb not null
  made_at timestamp with time zone not null
  made_by uuid
  -- constraint draft_paper_fkey FOREIGN KEY (region, paper_id) REFERENCES papers.paper(region, id)
  -- constraint draft_pkey PRIMARY KEY (region, paper_id, version)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Every version of a draft, as it was saved

papers.organ
  region integer not null
  org_id uuid not null
  code text not null
  mark text not null
  changed_at timestamp with time zone not null
  changed_by uuid
  -- constraint organ_code_check CHECK ((code ~ '^[一-龥]{2,8}$'::text))
  -- constraint organ_code_unique UNIQUE (region, code)
  -- constraint organ_mark_check CHECK (((length(mark) >= 2) AND (length(mark) <= 40)))
  -- constraint organ_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint organ_pkey PRIMARY KEY (region, org_id)
  -- constraint organ_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Code and mark under which an organisation issues papers

papers.paper
  region integer not null
  id uuid not null
  kind text not null
  org_id uuid not null
  title text not null
  addressee text not null
  content jsonb not null
  version integer not null default 1
  template_code text
  template_revision integer
  subject_kind text
  subject_id uuid
  number text
  year integer
  serial integer
  drafted_at timestamp with time zone not null
  drafted_by uuid
  discarded_at timestamp with time zone
  filed_at timestamp with time zone not null
  issued_at timestamp with time zone
  issued_on date
  issued_by uuid
  docx_file uuid
  pdf_file uuid
  scan_file uuid
  scanned_at timestamp with time zone
  scanned_by uuid
  withdrawn_at timestamp with time zone
  withdrawn_by uuid
  withdrawn_because text
  -- constraint paper_discarded_unissued CHECK (((discarded_at IS NULL) OR (issued_at IS NULL)))
  -- constraint paper_docx_fkey FOREIGN KEY (region, docx_file) REFERENCES documents.file(region, id)
  -- constraint paper_issued_before_sealed CHECK (((scan_file IS NULL) OR (issued_at IS NOT NULL)))
  -- constraint paper_issued_whole CHECK ((num_nulls(number, year, serial, issued_at, issued_on) = ANY (ARRAY[0, 5])))
  -- constraint paper_number_unique UNIQUE (region, number)
  -- constraint paper_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint paper_pdf_fkey FOREIGN KEY (region, pdf_file) REFERENCES documents.file(region, id)
  -- constraint paper_pkey PRIMARY KEY (region, id)
  -- constraint paper_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint paper_scan_fkey FOREIGN KEY (region, scan_file) REFERENCES documents.file(region, id)
  -- constraint paper_serial_unique UNIQUE (region, org_id, kind, year, serial)
  -- constraint paper_subject_whole CHECK ((num_nulls(subject_kind, subject_id) = ANY (ARRAY[0, 2])))
  -- constraint paper_withdrawn_whole CHECK (((num_nulls(withdrawn_at, withdrawn_because) = ANY (ARRAY[0, 2])) AND ((withdrawn_at IS NULL) OR (issued_at IS NOT NULL))))
  -- CREATE INDEX paper_by_time ON papers.paper USING btree (region, filed_at DESC, id DESC) WHERE (discarded_at IS NULL)
  -- CREATE INDEX paper_of_org ON papers.paper USING btree (region, org_id, filed_at DESC, id DESC) WHERE (discarded_at IS NULL)
  -- CREATE INDEX paper_of_subject ON papers.paper USING btree (region, subject_kind, subject_id) WHERE (subject_id IS NOT NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Papers from draft to seal; content and number stand fast from the moment of issue

papers.series
  region integer not null
  org_id uuid not null
  kind text not null
  year integer not null
  last_serial integer not null
  -- constraint series_last_serial_check CHECK ((last_serial > 0))
  -- constraint series_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint series_pkey PRIMARY KEY (region, org_id, kind, year)
  -- constraint series_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment The last number given in each series; its row is locked until the paper is issued or not, so there is no gap

papers.template
  region integer not null
  code text not null
  revision integer not null
  name text not null
  text jsonb not null
  because text not null
  made_at timestamp with time zone not null
  made_by uuid
  -- constraint template_code_check CHECK (((length(code) >= 1) AND (length(code) <= 80)))
  -- constraint template_pkey PRIMARY KEY (region, code, revision)
  -- constraint template_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint template_revision_check CHECK ((revision > 0))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Wordings that officers have revised: append-only; without a row the wording that came with the software holds

people.consent
  region integer not null
  id uuid not null
  person_id uuid not null
  purpose text not null
  wording_version text not null
  channel text not null
  given_at timestamp with time zone not null
  withdrawn_at timestamp with time zone
  -- constraint consent_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint consent_pkey PRIMARY KEY (region, id)
  -- CREATE UNIQUE INDEX consent_standing_unique ON people.consent USING btree (region, person_id, purpose) WHERE (withdrawn_at IS NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment What a person agreed to, in which wording, and when it was withdrawn

people.merge
  region integer not null
  id uuid not null
  kept_id uuid not null
  gone_id uuid not null
  because text not null
  snapshot jsonb not null
  merged_at timestamp with time zone not null
  undone_at timestamp with time zone
  -- constraint merge_gone_fkey FOREIGN KEY (region, gone_id) REFERENCES people.person(region, id)
  -- constraint merge_kept_fkey FOREIGN KEY (region, kept_id) REFERENCES people.person(region, id)
  -- constraint merge_pkey PRIMARY KEY (region, id)
  -- CREATE UNIQUE INDEX merge_gone_unique ON people.merge USING btree (region, gone_id) WHERE (undone_at IS NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Duplicate persons joined into one, with what is needed to part them again

people.person
  region integer not null
  id uuid not null
  name text not null
  pinyin text not null default ''::text
  id_type text
  id_last4 text
  id_hash bytea
  sex smallint not null default 9
  birth_on date
  ethnicity text
  education text
  mobile text
  household_type text
  is_migrant boolean
  residence_town integer
  skill_level text
  title text
  merged_into uuid
  deceased_on date
  created_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  version integer not null default 1
  search tsvector default array_to_tsvector(array_remove(array_remove(ARRAY[substr(name, 1, 1), substr(name, 2, 1), substr(name, 3, 1), substr(name, 4, 1),
CASE
    WHEN (length(name) >= 2) THEN substr(name, 1, 2)
    ELSE NULL::text
END,
CASE
    WHEN (length(name) >= 3) THEN substr(name, 2, 2)
    ELSE NULL::text
END,
CASE
    WHEN (length(name) >= 4) THEN substr(name, 3, 2)
    ELSE NULL::text
END,
CASE
    WHEN (length(name) >= 5) THEN substr(name, 4, 2)
    ELSE NULL::text
END,
CASE
    WHEN (length(name) >= 6) THEN substr(name, 5, 2)
    ELSE NULL::text
END,
CASE
    WHEN (length(name) >= 7) THEN substr(name, 6, 2)
    ELSE NULL::text
END,
CASE
    WHEN (length(name) >= 8) THEN substr(name, 7, 2)
    ELSE NULL::text
END,
CASE
    WHEN (length(name) >= 9) THEN substr(name, 8, 2)
    ELSE NULL::text
END,
CASE
    WHEN (length(name) >= 10) THEN substr(name, 9, 2)
    ELSE NULL::text
END,
CASE
    WHEN (length(name) >= 11) THEN substr(name, 10, 2)
    ELSE NULL::text
END, split_part(pinyin, ' '::text, 1), split_part(pinyin, ' '::text, 2), mobile, ('m'::text || "right"(mobile, 4)), ('i'::text || lower(id_last4))], ''::text), NULL::text))
  -- constraint person_merged_into_fkey FOREIGN KEY (region, merged_into) REFERENCES people.person(region, id)
  -- constraint person_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
  -- constraint person_not_merged_into_self CHECK ((merged_into <> id))
  -- constraint person_pkey PRIMARY KEY (region, id)
  -- constraint person_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint person_sex_check CHECK ((sex = ANY (ARRAY[0, 1, 2, 9])))
  -- CREATE INDEX person_by_mobile ON people.person USING btree (region, mobile) WHERE (mobile IS NOT NULL)
  -- CREATE INDEX person_by_name ON people.person USING btree (region, name COLLATE "zh-x-icu", id)
  -- CREATE INDEX person_by_name_exact ON people.person USING btree (region, name, birth_on)
  -- CREATE INDEX person_merged_number ON people.person USING btree (region, id_hash) WHERE (merged_into IS NOT NULL)
  -- CREATE INDEX person_numberless ON people.person USING btree (region, mobile) WHERE ((id_hash IS NULL) AND (merged_into IS NULL))
  -- CREATE INDEX person_search ON people.person USING gin (search)
  -- CREATE INDEX person_without_number ON people.person USING btree (region, id) WHERE ((id_hash IS NULL) AND (merged_into IS NULL))
  -- CREATE UNIQUE INDEX person_identity_unique ON people.person USING btree (region, id_hash) WHERE (merged_into IS NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment The registry: one row for each human being the union knows

people.sealed_field
  region integer not null
  person_id uuid not null
  field text not null
  key_id smallint not null
  cipher bytea not null
  -- constraint sealed_field_field_check CHECK ((field = ANY (ARRAY['id_number'::text, 'political_status'::text, 'bank_card'::text, 'disability'::text, 'health'::text])))
  -- constraint sealed_field_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint sealed_field_pkey PRIMARY KEY (region, person_id, field)
  -- policy region_wall for r using ((region = kit.region()) AND ((kit.unsealed() = '*'::text) OR (kit.unsealed() = (person_id)::text)))
  -- policy region_wall_delete for d using ((region = kit.region()) AND ((kit.unsealed() = '*'::text) OR (kit.unsealed() = (person_id)::text)))
  -- policy region_wall_insert for a check (region = kit.region())
  -- policy region_wall_update for w using ((region = kit.region()) AND ((kit.unsealed() = '*'::text) OR (kit.unsealed() = (person_id)::text))) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment Sensitive fields (class P3), each encrypted; readable one person at a time after an audited opening

registers.definition
  region integer not null
  code text not null
  revision integer not null
  definition json not null
  digest bytea not null
  title text not null
  made_by text not null
  because text not null default ''::text
  published_at timestamp with time zone not null
  published_by uuid
  retired_at timestamp with time zone
  -- constraint definition_code_check CHECK ((code ~ '^[a-z][a-z0-9-]{1,59}$'::text))
  -- constraint definition_made_by_check CHECK ((made_by = ANY (ARRAY['code'::text, 'officer'::text])))
  -- constraint definition_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint definition_revision_check CHECK ((revision > 0))
  -- constraint register_definition_pkey PRIMARY KEY (region, code, revision)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Published revisions of registers; never edited, only retired

registers.draft
  region integer not null
  id uuid not null
  code text not null
  definition json not null
  made_by uuid
  changed_at timestamp with time zone not null
  version integer not null default 1
  -- constraint draft_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint register_draft_code_unique UNIQUE (region, code)
  -- constraint register_draft_pkey PRIMARY KEY (region, id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment What an officer is designing; becomes the next revision when published

registers.entry
  region integer not null
  id uuid not null
  register text not null
  revision integer not null
  title text not null
  search tsvector not null
  org_id uuid not null
  town integer
  person_id uuid
  employer_id uuid
  key text
  answers jsonb not null
  sealed bytea
  sealed_key integer
  valid_from date not null
  valid_to date
  valid daterange not null default daterange(valid_from, valid_to, '[]'::text)
  reminded integer
  ended_on date
  ended_because text
  source text not null
  source_id uuid
  created_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  version integer not null default 1
  -- constraint entry_definition_fkey FOREIGN KEY (region, register, revision) REFERENCES registers.definition(region, code, revision)
  -- constraint entry_employer_fkey FOREIGN KEY (region, employer_id) REFERENCES organisations.employer(region, id)
  -- constraint entry_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint entry_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint entry_pkey PRIMARY KEY (region, id)
  -- constraint entry_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint entry_source_check CHECK ((source = ANY (ARRAY['hand'::text, 'case'::text, 'import'::text])))
  -- constraint entry_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  -- constraint entry_validity CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
  -- CREATE INDEX entry_by_end ON registers.entry USING btree (region, register, valid_to, id) WHERE ((ended_on IS NULL) AND (valid_to IS NOT NULL))
  -- CREATE INDEX entry_by_org ON registers.entry USING btree (region, register, org_id, id DESC)
  -- CREATE INDEX entry_by_register ON registers.entry USING btree (region, register, id DESC)
  -- CREATE INDEX entry_of_employer ON registers.entry USING btree (region, employer_id) WHERE (employer_id IS NOT NULL)
  -- CREATE INDEX entry_of_person ON registers.entry USING btree (region, person_id) WHERE (person_id IS NOT NULL)
  -- CREATE INDEX entry_search ON registers.entry USING gin (search)
  -- CREATE UNIQUE INDEX entry_key_unique ON registers.entry USING btree (region, register, key) WHERE ((key IS NOT NULL) AND (ended_on IS NULL))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Entries of registers as they stand; every change is kept in entry_change

registers.entry_change
  region integer not null
  entry_id uuid not null
  seq integer not null
  act_id uuid not null
  op text not null
  revision integer not null
  changes json not null
  sealed bytea
  sealed_key integer
  by_person uuid
  by_name text not null
  because text not null default ''::text
  source text not null
  source_id uuid
  at timestamp with time zone not null
  -- constraint entry_change_entry_fkey FOREIGN KEY (region, entry_id) REFERENCES registers.entry(region, id)
  -- constraint entry_change_op_check CHECK ((op = ANY (ARRAY['added'::text, 'changed'::text, 'renewed'::text, 'ended'::text, 'restored'::text])))
  -- constraint entry_change_pkey PRIMARY KEY (region, entry_id, seq)
  -- constraint entry_change_seq_check CHECK ((seq > 0))
  -- constraint entry_change_source_check CHECK ((source = ANY (ARRAY['hand'::text, 'case'::text, 'import'::text])))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment History of entries, line by line: what changed, by whom, why; append-only

registers.entry_file
  region integer not null
  entry_id uuid not null
  file_id uuid not null
  field text not null
  added_at timestamp with time zone not null
  -- constraint entry_file_entry_fkey FOREIGN KEY (region, entry_id) REFERENCES registers.entry(region, id)
  -- constraint entry_file_pkey PRIMARY KEY (region, entry_id, file_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Files an entry holds or once held: whoever may read the entry may open them

reports.approval
  region integer not null
  report_id uuid not null
  round integer not null
  org_id uuid not null
  approved_at timestamp with time zone not null
  approved_by uuid
  -- constraint approval_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint approval_pkey PRIMARY KEY (region, report_id, round, org_id)
  -- constraint approval_report_fkey FOREIGN KEY (region, report_id) REFERENCES reports.report(region, id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Which houses have agreed to a report, round by round

reports.correction
  region integer not null
  report_id uuid not null
  code text not null
  noted_at timestamp with time zone not null
  was numeric(20,2) not null
  now numeric(20,2)
  added integer not null
  removed integer not null
  because text not null
  noted_by uuid
  -- constraint correction_because_check CHECK (((length(because) >= 2) AND (length(because) <= 300)))
  -- constraint correction_pkey PRIMARY KEY (region, report_id, code, noted_at)
  -- constraint correction_token_fkey FOREIGN KEY (region, report_id, code) REFERENCES reports.token(region, report_id, code)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Errata (勘误) of a frozen report: what a number would be later, and why

reports.edition
  region integer not null
  report_id uuid not null
  version integer not null
  title text not null
  content jsonb not null
  made_at timestamp with time zone not null
  made_by uuid
  -- constraint edition_pkey PRIMARY KEY (region, report_id, version)
  -- constraint edition_report_fkey FOREIGN KEY (region, report_id) REFERENCES reports.report(region, id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Every version of the text of a report

reports.report
  region integer not null
  id uuid not null
  kind text not null
  kind_revision integer not null
  org_id uuid not null
  at_org_id uuid
  from_on date not null
  to_on date not null
  title text not null
  state text not null
  content jsonb not null
  version integer not null default 1
  round integer not null default 0
  drafted_at timestamp with time zone not null
  drafted_by uuid
  changed_at timestamp with time zone not null
  submitted_at timestamp with time zone
  submitted_by uuid
  returned_because text not null default ''::text
  frozen_at timestamp with time zone
  frozen_by uuid
  published_at timestamp with time zone
  published_by uuid
  published_on date
  medium text not null default ''::text
  discarded_at timestamp with time zone
  counted_to date not null
  -- constraint report_at_org_fkey FOREIGN KEY (region, at_org_id) REFERENCES organisations.org(region, id)
  -- constraint report_counted CHECK (((counted_to >= from_on) AND (counted_to <= to_on)))
  -- constraint report_frozen CHECK (((state = ANY (ARRAY['approved'::text, 'published'::text])) = (frozen_at IS NOT NULL)))
  -- constraint report_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 40)))
  -- constraint report_lies_somewhere CHECK (((state = 'submitted'::text) = (at_org_id IS NOT NULL)))
  -- constraint report_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint report_period CHECK (((from_on <= to_on) AND (to_on <= (from_on + 3660))))
  -- constraint report_pkey PRIMARY KEY (region, id)
  -- constraint report_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint report_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'submitted'::text, 'approved'::text, 'published'::text])))
  -- constraint report_title_check CHECK (((length(title) >= 2) AND (length(title) <= 120)))
  -- CREATE INDEX report_by_change ON reports.report USING btree (region, changed_at DESC, id DESC)
  -- CREATE INDEX report_to_decide ON reports.report USING btree (region, at_org_id) WHERE (at_org_id IS NOT NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Reports (报告) of an organisation for a period: their text, and how far they have come

reports.token
  region integer not null
  report_id uuid not null
  code text not null
  token jsonb not null
  said jsonb not null
  value numeric(20,2)
  figure text
  counted_at timestamp with time zone not null
  claim_id uuid
  -- constraint token_claim_fkey FOREIGN KEY (region, claim_id) REFERENCES statistics.claim(region, id)
  -- constraint token_code_check CHECK ((code ~ '^F-[0-9]{2,4}$'::text))
  -- constraint token_pkey PRIMARY KEY (region, report_id, code)
  -- constraint token_report_fkey FOREIGN KEY (region, report_id) REFERENCES reports.report(region, id)
  -- CREATE INDEX token_of_claim ON reports.token USING btree (region, claim_id) WHERE (claim_id IS NOT NULL)
  -- CREATE INDEX token_of_figure ON reports.token USING btree (region, figure)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment Numbers of a report: the question, what it said when it was counted, and the claim it became

returns.answer
  region integer not null
  sheet_id uuid not null
  filling integer not null
  line text not null
  answer jsonb not null
  answered_by uuid
  answered_at timestamp with time zone not null
  -- constraint answer_filling_check CHECK ((filling > 0))
  -- constraint answer_pkey PRIMARY KEY (region, sheet_id, filling, line)
  -- constraint answer_sheet_fkey FOREIGN KEY (region, sheet_id) REFERENCES returns.sheet(region, id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment What a unit typed itself (填报), question by question and filling by filling; never edited

returns.form
  region integer not null
  code text not null
  revision integer not null
  definition json not null
  digest bytea not null
  title text not null
  made_by text not null
  because text not null default ''::text
  published_at timestamp with time zone not null
  published_by uuid
  retired_at timestamp with time zone
  -- constraint form_code_check CHECK ((code ~ '^[a-z][a-z0-9-]{1,59}$'::text))
  -- constraint form_made_by_check CHECK ((made_by = ANY (ARRAY['code'::text, 'officer'::text])))
  -- constraint form_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint form_revision_check CHECK ((revision > 0))
  -- constraint return_form_pkey PRIMARY KEY (region, code, revision)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Published revisions of forms (表式); never edited, only retired

returns.form_draft
  region integer not null
  id uuid not null
  code text not null
  definition json not null
  made_by uuid
  changed_at timestamp with time zone not null
  version integer not null default 1
  -- constraint form_draft_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint return_form_draft_code_unique UNIQUE (region, code)
  -- constraint return_form_draft_pkey PRIMARY KEY (region, id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment A form an officer is designing; becomes the next revision when published

returns.line
  region integer not null
  sheet_id uuid not null
  filling integer not null
  line text not null
  counted numeric(20,2)
  told numeric(20,2)
  because text not null default ''::text
  -- constraint line_filling_check CHECK ((filling > 0))
  -- constraint line_pkey PRIMARY KEY (region, sheet_id, filling, line)
  -- constraint line_reason CHECK (((NOT (told IS DISTINCT FROM counted)) OR (length(because) >= 2)))
  -- constraint line_sheet_fkey FOREIGN KEY (region, sheet_id) REFERENCES returns.sheet(region, id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment What was counted and what was told, line by line and filling by filling; never edited

returns.round
  region integer not null
  id uuid not null
  form text not null
  revision integer not null
  definition json not null
  from_on date not null
  to_on date not null
  due_on date not null
  opened_at timestamp with time zone not null
  opened_by uuid
  reported_on date
  reported_to text
  reported_by uuid
  reported_at timestamp with time zone
  -- constraint round_once UNIQUE (region, form, from_on)
  -- constraint round_period CHECK ((from_on <= to_on))
  -- constraint round_pkey PRIMARY KEY (region, id)
  -- constraint round_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint round_reported CHECK ((((reported_on IS NULL) = (reported_to IS NULL)) AND ((reported_on IS NULL) = (reported_at IS NULL))))
  -- CREATE INDEX round_by_day ON returns.round USING btree (region, to_on DESC, id DESC)
  -- CREATE INDEX round_of_form ON returns.round USING btree (region, form, from_on DESC)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Periods of forms (报期): one month, quarter or year of one form

returns.sheet
  region integer not null
  id uuid not null
  round_id uuid not null
  org_id uuid not null
  state text not null default 'open'::text
  filling integer not null default 0
  nil boolean not null default false
  changed integer not null default 0
  timely boolean
  counted_at timestamp with time zone
  handed_in_by uuid
  because text not null default ''::text
  act_id uuid
  version integer not null default 1
  came_back_at timestamp with time zone
  -- constraint sheet_handed_in CHECK (((state = ANY (ARRAY['handed-in'::text, 'received'::text])) = (act_id IS NOT NULL)))
  -- constraint sheet_once UNIQUE (region, round_id, org_id)
  -- constraint sheet_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint sheet_pkey PRIMARY KEY (region, id)
  -- constraint sheet_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint sheet_round_fkey FOREIGN KEY (region, round_id) REFERENCES returns.round(region, id)
  -- constraint sheet_state_check CHECK ((state = ANY (ARRAY['open'::text, 'handed-in'::text, 'sent-back'::text, 'received'::text])))
  -- CREATE INDEX sheet_of_org ON returns.sheet USING btree (region, org_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Returns of units (报表): one unit's sheet of a period

skills.attendance
  region integer not null
  class_id uuid not null
  person_id uuid not null
  on_day date not null
  part text not null
  marked_at timestamp with time zone not null
  -- constraint attendance_half_day_fkey FOREIGN KEY (region, class_id, on_day, part) REFERENCES skills.half_day(region, class_id, on_day, part)
  -- constraint attendance_pkey PRIMARY KEY (region, class_id, person_id, on_day, part)
  -- constraint attendance_trainee_fkey FOREIGN KEY (region, class_id, person_id) REFERENCES skills.trainee(region, class_id, person_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select to gongyou_app
  -- class tenant
  -- comment Who was there on which half day

skills.certificate
  region integer not null
  id uuid not null
  number text not null
  code text not null
  kind text not null
  person_id uuid
  holder text not null
  unit text not null
  org_id uuid not null
  award text not null
  reason text not null
  issued_on date not null
  withdrawn_on date
  withdrawn_because text
  -- constraint certificate_code_check CHECK ((code ~ '^[A-HJ-NP-Z2-9]{12}$'::text))
  -- constraint certificate_code_unique UNIQUE (region, code)
  -- constraint certificate_kind_check CHECK ((kind = ANY (ARRAY['title'::text, 'course'::text])))
  -- constraint certificate_number_unique UNIQUE (region, number)
  -- constraint certificate_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint certificate_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint certificate_pkey PRIMARY KEY (region, id)
  -- constraint certificate_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- CREATE INDEX certificate_of_person ON skills.certificate USING btree (region, person_id) WHERE (person_id IS NOT NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Certificates of titles and courses, to be verified by their code

skills.class
  region integer not null
  id uuid not null
  name text not null
  edition integer not null
  academy_id uuid not null
  course_id uuid not null
  lecturer_id uuid
  org_id uuid not null
  town integer
  mode text not null
  place text not null default ''::text
  from_on date not null
  to_on date not null
  hours integer not null
  seats integer
  cost_cents bigint not null default 0
  must_attend integer not null default 80
  pass_mark integer
  finished_at timestamp with time zone
  created_at timestamp with time zone not null
  version integer not null default 1
  -- constraint class_academy_fkey FOREIGN KEY (region, academy_id) REFERENCES registers.entry(region, id)
  -- constraint class_cost_cents_check CHECK ((cost_cents >= 0))
  -- constraint class_course_fkey FOREIGN KEY (region, course_id) REFERENCES registers.entry(region, id)
  -- constraint class_days CHECK (((to_on >= from_on) AND (to_on <= (from_on + 366))))
  -- constraint class_edition_check CHECK (((edition >= 1) AND (edition <= 500)))
  -- constraint class_edition_unique UNIQUE (region, course_id, edition)
  -- constraint class_hours_check CHECK (((hours >= 1) AND (hours <= 20000)))
  -- constraint class_lecturer_fkey FOREIGN KEY (region, lecturer_id) REFERENCES registers.entry(region, id)
  -- constraint class_mode_check CHECK ((mode = ANY (ARRAY['site'::text, 'online'::text, 'both'::text])))
  -- constraint class_must_attend_check CHECK (((must_attend >= 0) AND (must_attend <= 100)))
  -- constraint class_name_check CHECK (((length(name) >= 2) AND (length(name) <= 80)))
  -- constraint class_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint class_pass_mark_check CHECK (((pass_mark >= 0) AND (pass_mark <= 100000)))
  -- constraint class_pkey PRIMARY KEY (region, id)
  -- constraint class_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint class_seats_check CHECK ((seats > 0))
  -- CREATE INDEX class_by_day ON skills.class USING btree (region, from_on DESC, id DESC)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Classes of the academies: one edition of a course

skills.class_rating
  region integer not null
  class_id uuid not null
  person_id uuid not null
  stars integer not null
  said text not null default ''::text
  at timestamp with time zone not null
  case_id uuid
  -- constraint class_rating_pkey PRIMARY KEY (region, class_id, person_id)
  -- constraint class_rating_stars_check CHECK (((stars >= 1) AND (stars <= 5)))
  -- constraint class_rating_trainee_fkey FOREIGN KEY (region, class_id, person_id) REFERENCES skills.trainee(region, class_id, person_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment What those who came to a class thought of it; append-only

skills.competition
  region integer not null
  id uuid not null
  series_id uuid not null
  edition integer not null
  year integer not null
  name text not null
  level text not null
  org_id uuid not null
  town integer
  document text not null default ''::text
  entries_until date not null
  held_from date not null
  held_to date not null
  masked boolean not null default true
  plan_case_id uuid
  approved_at timestamp with time zone
  announced_at timestamp with time zone
  created_at timestamp with time zone not null
  version integer not null default 1
  -- constraint competition_approved_first CHECK (((announced_at IS NULL) OR (approved_at IS NOT NULL)))
  -- constraint competition_case_fkey FOREIGN KEY (region, plan_case_id) REFERENCES cases.matter(region, id)
  -- constraint competition_days CHECK (((held_to >= held_from) AND (entries_until <= held_to)))
  -- constraint competition_edition_check CHECK (((edition >= 1) AND (edition <= 200)))
  -- constraint competition_edition_unique UNIQUE (region, series_id, edition)
  -- constraint competition_level_check CHECK ((level = ANY (ARRAY['unit'::text, 'town'::text, 'district'::text, 'city'::text, 'national'::text])))
  -- constraint competition_name_check CHECK (((length(name) >= 2) AND (length(name) <= 80)))
  -- constraint competition_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint competition_pkey PRIMARY KEY (region, id)
  -- constraint competition_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint competition_series_fkey FOREIGN KEY (region, series_id) REFERENCES skills.series(region, id)
  -- constraint competition_year_check CHECK (((year >= 2000) AND (year <= 2199)))
  -- CREATE INDEX competition_by_day ON skills.competition USING btree (region, held_from DESC, id DESC)
  -- CREATE UNIQUE INDEX competition_of_case ON skills.competition USING btree (region, plan_case_id) WHERE (plan_case_id IS NOT NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment One edition of a series; trades are held within it

skills.counter
  region integer not null
  name text not null
  value integer not null
  -- constraint counter_pkey PRIMARY KEY (region, name)
  -- constraint counter_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Running numbers of certificates by kind and year

skills.entrant
  region integer not null
  id uuid not null
  trade_id uuid not null
  number integer not null
  name text not null
  unit_id uuid not null
  person_id uuid
  members json not null default '[]'::json
  consented_at timestamp with time zone
  added_at timestamp with time zone not null
  withdrawn_at timestamp with time zone
  -- constraint entrant_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)))
  -- constraint entrant_number_check CHECK ((number > 0))
  -- constraint entrant_number_unique UNIQUE (region, trade_id, number)
  -- constraint entrant_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint entrant_pkey PRIMARY KEY (region, id)
  -- constraint entrant_trade_fkey FOREIGN KEY (region, trade_id) REFERENCES skills.trade(region, id)
  -- constraint entrant_unit_fkey FOREIGN KEY (region, unit_id) REFERENCES organisations.org(region, id)
  -- constraint entrant_unit_unique UNIQUE (region, id, unit_id)
  -- CREATE INDEX entrant_of_person ON skills.entrant USING btree (region, person_id) WHERE (person_id IS NOT NULL)
  -- CREATE UNIQUE INDEX entrant_person_unique ON skills.entrant USING btree (region, trade_id, person_id) WHERE ((person_id IS NOT NULL) AND (withdrawn_at IS NULL))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Who competes in a trade: a person, or a team of a unit

skills.half_day
  region integer not null
  class_id uuid not null
  on_day date not null
  part text not null
  -- constraint half_day_class_fkey FOREIGN KEY (region, class_id) REFERENCES skills.class(region, id)
  -- constraint half_day_part_check CHECK ((part = ANY (ARRAY['am'::text, 'pm'::text, 'eve'::text])))
  -- constraint half_day_pkey PRIMARY KEY (region, class_id, on_day, part)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select to gongyou_app
  -- class tenant
  -- comment When a class meets: attendance is taken for each half day

skills.judge
  region integer not null
  competition_id uuid not null
  person_id uuid not null
  unit_id uuid not null
  added_at timestamp with time zone not null
  outside text not null default ''::text
  -- constraint judge_competition_fkey FOREIGN KEY (region, competition_id) REFERENCES skills.competition(region, id)
  -- constraint judge_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint judge_pkey PRIMARY KEY (region, competition_id, person_id)
  -- constraint judge_unit_fkey FOREIGN KEY (region, unit_id) REFERENCES organisations.org(region, id)
  -- constraint judge_unit_unique UNIQUE (region, competition_id, person_id, unit_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select to gongyou_app
  -- class tenant
  -- comment The panel from which the judges of a competition are drawn, each with his own unit

skills.judge_link
  region integer not null
  id uuid not null
  competition_id uuid not null
  person_id uuid not null
  token_hash bytea not null
  created_at timestamp with time zone not null
  created_by uuid
  expires_at timestamp with time zone not null
  opened_at timestamp with time zone
  opened_hash bytea
  revoked_at timestamp with time zone
  -- constraint judge_link_judge_fkey FOREIGN KEY (region, competition_id, person_id) REFERENCES skills.judge(region, competition_id, person_id)
  -- constraint judge_link_pkey PRIMARY KEY (region, id)
  -- constraint judge_link_token_unique UNIQUE (region, token_hash)
  -- CREATE UNIQUE INDEX judge_link_standing ON skills.judge_link USING btree (region, competition_id, person_id) WHERE (revoked_at IS NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment Links by which judges score without an account; one stands for each, only its hash is kept

skills.objection
  region integer not null
  case_id uuid not null
  trade_id uuid not null
  seq integer not null
  -- constraint objection_case_fkey FOREIGN KEY (region, case_id) REFERENCES cases.matter(region, id)
  -- constraint objection_pkey PRIMARY KEY (region, case_id)
  -- constraint objection_publication_fkey FOREIGN KEY (region, trade_id, seq) REFERENCES skills.publication(region, trade_id, seq)
  -- CREATE INDEX objection_of_trade ON skills.objection USING btree (region, trade_id, seq)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Objections to a published result: each is a case

skills.opened_sheet
  region integer not null
  round_id uuid not null
  entrant_id uuid not null
  judge_id uuid not null
  seq integer not null
  marks json not null
  because text not null default ''::text
  by_person uuid
  at timestamp with time zone not null
  -- constraint opened_sheet_fkey FOREIGN KEY (region, round_id, entrant_id, judge_id) REFERENCES skills.sheet(region, round_id, entrant_id, judge_id)
  -- constraint opened_sheet_pkey PRIMARY KEY (region, round_id, entrant_id, judge_id, seq)
  -- constraint opened_sheet_reason CHECK (((seq = 1) OR (length(because) >= 4)))
  -- constraint opened_sheet_seq_check CHECK ((seq > 0))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment What the sheets said when they were opened, and what the arbitration group put right; append-only

skills.paper_score
  region integer not null
  round_id uuid not null
  entrant_id uuid not null
  seq integer not null
  score integer
  because text not null default ''::text
  by_person uuid
  at timestamp with time zone not null
  batch uuid
  -- constraint paper_score_fkey FOREIGN KEY (region, round_id, entrant_id) REFERENCES skills.start(region, round_id, entrant_id)
  -- constraint paper_score_pkey PRIMARY KEY (region, round_id, entrant_id, seq)
  -- constraint paper_score_score_check CHECK ((score >= 0))
  -- constraint paper_score_seq_check CHECK ((seq > 0))
  -- CREATE INDEX paper_score_of_batch ON skills.paper_score USING btree (region, round_id, batch) WHERE (batch IS NOT NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Scores of written papers in hundredths; append-only, the newest counts, none where it holds none

skills.placing
  region integer not null
  trade_id uuid not null
  seq integer not null
  entrant_id uuid not null
  place integer
  shared boolean not null
  final integer
  rounds json not null
  -- constraint placing_entrant_fkey FOREIGN KEY (region, entrant_id) REFERENCES skills.entrant(region, id)
  -- constraint placing_pkey PRIMARY KEY (region, trade_id, seq, entrant_id)
  -- constraint placing_place_check CHECK ((place > 0))
  -- constraint placing_publication_fkey FOREIGN KEY (region, trade_id, seq) REFERENCES skills.publication(region, trade_id, seq)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- comment The ranking of a publication; append-only

skills.publication
  region integer not null
  trade_id uuid not null
  seq integer not null
  published_at timestamp with time zone not null
  until date not null
  paper_id uuid not null
  withdrawn_at timestamp with time zone
  withdrawn_because text
  -- constraint publication_paper_fkey FOREIGN KEY (region, paper_id) REFERENCES papers.paper(region, id)
  -- constraint publication_pkey PRIMARY KEY (region, trade_id, seq)
  -- constraint publication_seq_check CHECK ((seq > 0))
  -- constraint publication_trade_fkey FOREIGN KEY (region, trade_id) REFERENCES skills.trade(region, id)
  -- constraint publication_withdrawn CHECK (((withdrawn_at IS NULL) = (withdrawn_because IS NULL)))
  -- CREATE UNIQUE INDEX publication_standing_unique ON skills.publication USING btree (region, trade_id) WHERE (withdrawn_at IS NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Results as they were posted for objections; withdrawn where something had to be put right

skills.round
  region integer not null
  id uuid not null
  trade_id uuid not null
  seq integer not null
  kind text not null
  name text not null
  weight integer not null
  judged boolean not null
  scheme json not null
  advance integer
  held_on date
  place text not null default ''::text
  seed_hash text not null
  seed text not null
  drawn_at timestamp with time zone
  opened_at timestamp with time zone
  -- constraint round_advance_check CHECK ((advance > 0))
  -- constraint round_drawn_first CHECK (((opened_at IS NULL) OR (drawn_at IS NOT NULL)))
  -- constraint round_kind_check CHECK ((kind = ANY (ARRAY['qualification'::text, 'theory'::text, 'practice'::text, 'final'::text])))
  -- constraint round_name_check CHECK (((length(name) >= 1) AND (length(name) <= 40)))
  -- constraint round_pkey PRIMARY KEY (region, id)
  -- constraint round_seq_check CHECK (((seq >= 1) AND (seq <= 9)))
  -- constraint round_seq_unique UNIQUE (region, trade_id, seq)
  -- constraint round_trade_fkey FOREIGN KEY (region, trade_id) REFERENCES skills.trade(region, id)
  -- constraint round_weight_check CHECK (((weight >= 0) AND (weight <= 10000)))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment A round of a trade with its way of scoring, its draw and the moment its sheets were opened

skills.round_judge
  region integer not null
  round_id uuid not null
  competition_id uuid not null
  person_id uuid not null
  unit_id uuid not null
  seat integer not null
  how text not null
  stood_down_at timestamp with time zone
  stood_down_because text
  -- constraint round_judge_how_check CHECK ((how = ANY (ARRAY['drawn'::text, 'named'::text])))
  -- constraint round_judge_panel_fkey FOREIGN KEY (region, competition_id, person_id, unit_id) REFERENCES skills.judge(region, competition_id, person_id, unit_id)
  -- constraint round_judge_pkey PRIMARY KEY (region, round_id, person_id)
  -- constraint round_judge_round_fkey FOREIGN KEY (region, round_id) REFERENCES skills.round(region, id)
  -- constraint round_judge_seat_check CHECK ((seat > 0))
  -- constraint round_judge_seat_unique UNIQUE (region, round_id, seat)
  -- constraint round_judge_stood_down CHECK (((stood_down_at IS NULL) = (stood_down_because IS NULL)))
  -- constraint round_judge_unit_unique UNIQUE (region, round_id, person_id, unit_id)
  -- CREATE INDEX round_judge_of_person ON skills.round_judge USING btree (region, person_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Who judges a round

skills.series
  region integer not null
  id uuid not null
  name text not null
  sponsor text not null default ''::text
  created_at timestamp with time zone not null
  -- constraint series_name_check CHECK (((length(name) >= 2) AND (length(name) <= 60)))
  -- constraint series_name_unique UNIQUE (region, name)
  -- constraint series_pkey PRIMARY KEY (region, id)
  -- constraint series_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Series of contests: 工匠杯 and those that carry a sponsor's name

skills.sheet
  region integer not null
  round_id uuid not null
  entrant_id uuid not null
  entrant_unit_id uuid not null
  judge_id uuid not null
  judge_unit_id uuid not null
  sealed bytea not null
  sealed_key integer not null
  handed_in_at timestamp with time zone not null
  -- constraint sheet_judge_fkey FOREIGN KEY (region, round_id, judge_id, judge_unit_id) REFERENCES skills.round_judge(region, round_id, person_id, unit_id)
  -- constraint sheet_not_own_unit CHECK ((judge_unit_id <> entrant_unit_id))
  -- constraint sheet_pkey PRIMARY KEY (region, round_id, entrant_id, judge_id)
  -- constraint sheet_start_fkey FOREIGN KEY (region, round_id, entrant_id, entrant_unit_id) REFERENCES skills.start(region, round_id, entrant_id, unit_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Score sheets as handed in, sealed; never changed, read by nobody before all are in

skills.start
  region integer not null
  round_id uuid not null
  entrant_id uuid not null
  unit_id uuid not null
  blind integer not null
  seconds integer
  absent_because text
  -- constraint start_blind_check CHECK ((blind > 0))
  -- constraint start_blind_unique UNIQUE (region, round_id, blind)
  -- constraint start_entrant_fkey FOREIGN KEY (region, entrant_id, unit_id) REFERENCES skills.entrant(region, id, unit_id)
  -- constraint start_pkey PRIMARY KEY (region, round_id, entrant_id)
  -- constraint start_round_fkey FOREIGN KEY (region, round_id) REFERENCES skills.round(region, id)
  -- constraint start_seconds_check CHECK (((seconds >= 0) AND (seconds <= 864000)))
  -- constraint start_unit_unique UNIQUE (region, round_id, entrant_id, unit_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Who starts in a round under which blind number

skills.title
  region integer not null
  trade_id uuid not null
  entrant_id uuid not null
  title text not null
  certificate_id uuid not null
  awarded_at timestamp with time zone not null
  -- constraint title_certificate_fkey FOREIGN KEY (region, certificate_id) REFERENCES skills.certificate(region, id)
  -- constraint title_entrant_fkey FOREIGN KEY (region, entrant_id) REFERENCES skills.entrant(region, id)
  -- constraint title_pkey PRIMARY KEY (region, trade_id, entrant_id)
  -- constraint title_title_check CHECK ((title = ANY (ARRAY['craftsman'::text, 'expert'::text])))
  -- constraint title_trade_fkey FOREIGN KEY (region, trade_id) REFERENCES skills.trade(region, id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Titles given in a trade: 密云工匠 and 密云能手; append-only

skills.trade
  region integer not null
  id uuid not null
  competition_id uuid not null
  name text not null
  team boolean not null default false
  ties json not null
  decimals integer not null
  rounding text not null
  craftsmen integer not null
  experts integer not null
  awarded_at timestamp with time zone
  created_at timestamp with time zone not null
  version integer not null default 1
  -- constraint trade_competition_fkey FOREIGN KEY (region, competition_id) REFERENCES skills.competition(region, id)
  -- constraint trade_craftsmen_check CHECK (((craftsmen >= 0) AND (craftsmen <= 100)))
  -- constraint trade_decimals_check CHECK (((decimals >= 0) AND (decimals <= 2)))
  -- constraint trade_experts_check CHECK (((experts >= 0) AND (experts <= 100)))
  -- constraint trade_name_check CHECK (((length(name) >= 1) AND (length(name) <= 40)))
  -- constraint trade_name_unique UNIQUE (region, competition_id, name)
  -- constraint trade_pkey PRIMARY KEY (region, id)
  -- constraint trade_rounding_check CHECK ((rounding = ANY (ARRAY['half_up'::text, 'down'::text])))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment A trade of a competition: it has its own rounds, entrants, ranking and titles

skills.trainee
  region integer not null
  class_id uuid not null
  person_id uuid not null
  unit_id uuid not null
  enrolled_at timestamp with time zone not null
  left_at timestamp with time zone
  score integer
  completed boolean
  certificate_id uuid
  -- constraint trainee_certificate_fkey FOREIGN KEY (region, certificate_id) REFERENCES skills.certificate(region, id)
  -- constraint trainee_class_fkey FOREIGN KEY (region, class_id) REFERENCES skills.class(region, id)
  -- constraint trainee_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint trainee_pkey PRIMARY KEY (region, class_id, person_id)
  -- constraint trainee_score_check CHECK ((score >= 0))
  -- constraint trainee_unit_fkey FOREIGN KEY (region, unit_id) REFERENCES organisations.org(region, id)
  -- CREATE INDEX trainee_of_person ON skills.trainee USING btree (region, person_id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Who is enrolled in a class, and with what result

statistics.claim
  region integer not null
  id uuid not null
  code text not null
  origin text not null
  wording text not null
  value numeric(20,2) not null
  qualifier text not null
  claimed jsonb not null
  unit text not null
  topic text not null
  part text
  from_on date
  to_on date not null
  scope text not null default ''::text
  definition text not null default ''::text
  document text not null
  medium text not null default ''::text
  published_on date not null
  figure text
  revision integer
  asked jsonb
  parts jsonb
  records bigint
  digest bytea
  counted_at timestamp with time zone
  made_by uuid
  made_at timestamp with time zone not null
  withdrawn_at timestamp with time zone
  withdrawn_because text
  measure text not null default 'number'::text
  sides jsonb
  subject text not null
  share text
  place text not null default ''::text
  -- constraint claim_code_check CHECK (((length(code) >= 1) AND (length(code) <= 40)))
  -- constraint claim_code_unique UNIQUE (region, code)
  -- constraint claim_counted CHECK (((origin = 'system'::text) = ((figure IS NOT NULL) AND (digest IS NOT NULL) AND (counted_at IS NOT NULL))))
  -- constraint claim_document_check CHECK (((length(document) >= 1) AND (length(document) <= 200)))
  -- constraint claim_measure CHECK ((measure = ANY (ARRAY['number'::text, 'change'::text, 'growth'::text, 'aim'::text, 'progress'::text, 'forecast'::text])))
  -- constraint claim_origin_check CHECK ((origin = ANY (ARRAY['system'::text, 'historical'::text])))
  -- constraint claim_period CHECK (((from_on IS NULL) OR (from_on <= to_on)))
  -- constraint claim_pkey PRIMARY KEY (region, id)
  -- constraint claim_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint claim_sides CHECK (((measure = 'number'::text) = (sides IS NULL)))
  -- constraint claim_topic_check CHECK (((length(topic) >= 1) AND (length(topic) <= 80)))
  -- constraint claim_wording_check CHECK (((length(wording) >= 1) AND (length(wording) <= 300)))
  -- CREATE INDEX claim_by_day ON statistics.claim USING btree (region, published_on DESC, id DESC)
  -- CREATE INDEX claim_by_subject ON statistics.claim USING btree (region, subject, place, to_on, id) WHERE (withdrawn_at IS NULL)
  -- CREATE INDEX claim_by_topic ON statistics.claim USING btree (region, topic, to_on)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Published numbers (已发布数字): wording, value, period, scope, definition and the records they came from; never edited, only withdrawn

statistics.figure
  region integer not null
  code text not null
  revision integer not null
  definition json not null
  digest bytea not null
  made_by text not null
  because text not null default ''::text
  published_at timestamp with time zone not null
  published_by uuid
  retired_at timestamp with time zone
  -- constraint figure_code_check CHECK ((code ~ '^[a-z][a-z0-9-]{1,59}$'::text))
  -- constraint figure_made_by_check CHECK ((made_by = ANY (ARRAY['code'::text, 'officer'::text])))
  -- constraint figure_pkey PRIMARY KEY (region, code, revision)
  -- constraint figure_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint figure_revision_check CHECK ((revision > 0))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Published revisions of figures, of the release and of officers; never edited, only retired

statistics.figure_draft
  region integer not null
  id uuid not null
  code text not null
  definition json not null
  made_by uuid
  changed_at timestamp with time zone not null
  version integer not null default 1
  -- constraint figure_draft_code_unique UNIQUE (region, code)
  -- constraint figure_draft_pkey PRIMARY KEY (region, id)
  -- constraint figure_draft_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select, update to gongyou_app
  -- class tenant
  -- comment A figure that an officer is making; becomes the next revision when published

statistics.target
  region integer not null
  id uuid not null
  figure text not null
  from_on date not null
  to_on date not null
  aim numeric(20,2) not null
  source text not null
  made_by uuid
  made_at timestamp with time zone not null
  dropped_at timestamp with time zone
  -- constraint target_aim_check CHECK ((aim > (0)::numeric))
  -- constraint target_period CHECK ((from_on < to_on))
  -- constraint target_pkey PRIMARY KEY (region, id)
  -- constraint target_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint target_source_check CHECK (((length(source) >= 1) AND (length(source) <= 200)))
  -- CREATE UNIQUE INDEX target_unique ON statistics.target USING btree (region, figure, from_on, to_on) WHERE (dropped_at IS NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment What a figure is to reach in a year or in five, and where that is written

venues.booking
  region integer not null
  id uuid not null
  place_id uuid not null
  state text not null
  from_at timestamp with time zone not null
  to_at timestamp with time zone not null
  during tstzrange not null default tstzrange(from_at, to_at, '[)'::text)
  person_id uuid
  org_id uuid
  holder text not null default ''::text
  purpose text not null default ''::text
  people integer
  series_id uuid
  because text not null default ''::text
  asked_at timestamp with time zone not null
  asked_by uuid
  decided_at timestamp with time zone
  decided_by uuid
  act_id uuid
  version integer not null default 1
  session_id uuid
  -- constraint booking_no_overlap EXCLUDE USING gist (region WITH =, place_id WITH =, during WITH &&) WHERE ((state = ANY (ARRAY['asked'::text, 'confirmed'::text, 'blocked'::text])))
  -- constraint booking_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint booking_people_check CHECK (((people >= 1) AND (people <= 100000)))
  -- constraint booking_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint booking_pkey PRIMARY KEY (region, id)
  -- constraint booking_place_fkey FOREIGN KEY (region, place_id) REFERENCES venues.place(region, id)
  -- constraint booking_session_fkey FOREIGN KEY (region, session_id) REFERENCES activities.session(region, id)
  -- constraint booking_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'confirmed'::text, 'blocked'::text, 'waiting'::text, 'refused'::text, 'cancelled'::text, 'displaced'::text, 'lifted'::text])))
  -- constraint booking_time CHECK (((from_at < to_at) AND ((to_at - from_at) <= '31 days'::interval)))
  -- CREATE INDEX booking_asked ON venues.booking USING btree (region, asked_at) WHERE (state = 'asked'::text)
  -- CREATE INDEX booking_of_person ON venues.booking USING btree (region, person_id, asked_at DESC) WHERE (person_id IS NOT NULL)
  -- CREATE INDEX booking_of_place ON venues.booking USING btree (region, place_id, to_at)
  -- CREATE INDEX booking_of_session ON venues.booking USING btree (region, session_id, asked_at DESC) WHERE (session_id IS NOT NULL)
  -- CREATE INDEX booking_waiting ON venues.booking USING btree (region, place_id, asked_at, id) WHERE (state = 'waiting'::text)
  -- CREATE UNIQUE INDEX booking_once_a_session ON venues.booking USING btree (region, session_id) WHERE (state = ANY (ARRAY['asked'::text, 'confirmed'::text]))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Bookings, blocks and the waiting list of bookable places: two that hold a time can never overlap

venues.honour
  region integer not null
  venue_id uuid not null
  year integer not null
  because text not null
  recommended_by text not null
  recommended_at timestamp with time zone not null
  awarded_on date
  -- constraint honour_pkey PRIMARY KEY (region, venue_id, year)
  -- constraint honour_venue_fkey FOREIGN KEY (region, venue_id) REFERENCES venues.venue(region, id)
  -- constraint honour_year_check CHECK (((year >= 2000) AND (year <= 2199)))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment 最美站点: recommended by its organisation, awarded by the district

venues.inspection
  region integer not null
  id uuid not null
  venue_id uuid not null
  year integer not null
  on_day date not null
  useful integer not null
  down_to_earth integer not null
  effective integer not null
  remarks text not null default ''::text
  by_name text not null
  at timestamp with time zone not null
  -- constraint inspection_down_to_earth_check CHECK (((down_to_earth >= 0) AND (down_to_earth <= 100)))
  -- constraint inspection_effective_check CHECK (((effective >= 0) AND (effective <= 100)))
  -- constraint inspection_once_a_year UNIQUE (region, venue_id, year)
  -- constraint inspection_pkey PRIMARY KEY (region, id)
  -- constraint inspection_useful_check CHECK (((useful >= 0) AND (useful <= 100)))
  -- constraint inspection_venue_fkey FOREIGN KEY (region, venue_id) REFERENCES venues.venue(region, id)
  -- constraint inspection_year_check CHECK (((year >= 2000) AND (year <= 2199)))
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Yearly inspections of venues with their three scores; append-only

venues.item
  region integer not null
  id uuid not null
  name text not null
  from_day date not null
  to_day date not null
  created_at timestamp with time zone not null
  closed_at timestamp with time zone
  -- constraint item_days CHECK ((to_day >= from_day))
  -- constraint item_name_check CHECK (((length(name) >= 1) AND (length(name) <= 40)))
  -- constraint item_pkey PRIMARY KEY (region, id)
  -- constraint item_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- CREATE UNIQUE INDEX item_name_unique ON venues.item USING btree (region, name) WHERE (closed_at IS NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment What is handed out at venues, one to a person a day, between two days

venues.place
  region integer not null
  id uuid not null
  venue_id uuid not null
  name text not null
  kind text not null
  seats integer
  slot_minutes integer not null
  most_minutes integer not null
  ahead_days integer not null
  cancel_hours integer not null
  most_each integer not null
  needs_approval boolean not null
  closed_at timestamp with time zone
  created_at timestamp with time zone not null
  version integer not null default 1
  -- constraint place_ahead_days_check CHECK (((ahead_days >= 0) AND (ahead_days <= 365)))
  -- constraint place_cancel_hours_check CHECK (((cancel_hours >= 0) AND (cancel_hours <= 720)))
  -- constraint place_kind_check CHECK ((kind = ANY (ARRAY['room'::text, 'court'::text, 'ground'::text])))
  -- constraint place_most_each_check CHECK (((most_each >= 1) AND (most_each <= 100)))
  -- constraint place_most_minutes_check CHECK (((most_minutes >= 15) AND (most_minutes <= 1440)))
  -- constraint place_name_check CHECK (((length(name) >= 1) AND (length(name) <= 40)))
  -- constraint place_pkey PRIMARY KEY (region, id)
  -- constraint place_seats_check CHECK (((seats >= 1) AND (seats <= 10000)))
  -- constraint place_slot_minutes_check CHECK ((slot_minutes = ANY (ARRAY[15, 30, 60, 90, 120, 240])))
  -- constraint place_venue_fkey FOREIGN KEY (region, venue_id) REFERENCES venues.venue(region, id)
  -- CREATE UNIQUE INDEX place_name_unique ON venues.place USING btree (region, venue_id, name) WHERE (closed_at IS NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Rooms, courts and grounds of a venue that can be booked, with their rules

venues.special_days
  region integer not null
  id uuid not null
  venue_id uuid not null
  from_day date not null
  to_day date not null
  during daterange not null default daterange(from_day, to_day, '[]'::text)
  spans jsonb not null
  because text not null
  lifted_at timestamp with time zone
  created_at timestamp with time zone not null
  -- constraint special_days_no_overlap EXCLUDE USING gist (region WITH =, venue_id WITH =, during WITH &&) WHERE ((lifted_at IS NULL))
  -- constraint special_days_order CHECK ((to_day >= from_day))
  -- constraint special_days_pkey PRIMARY KEY (region, id)
  -- constraint special_days_venue_fkey FOREIGN KEY (region, venue_id) REFERENCES venues.venue(region, id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Days on which the hours of the week do not hold: other hours, or closed

venues.stock
  region integer not null
  venue_id uuid not null
  item_id uuid not null
  delivered integer not null default 0
  handed integer not null default 0
  lost integer not null default 0
  rest integer not null default 0
  -- constraint stock_balance CHECK ((delivered = ((handed + lost) + rest)))
  -- constraint stock_delivered_check CHECK ((delivered >= 0))
  -- constraint stock_handed_check CHECK ((handed >= 0))
  -- constraint stock_item_fkey FOREIGN KEY (region, item_id) REFERENCES venues.item(region, id)
  -- constraint stock_lost_check CHECK ((lost >= 0))
  -- constraint stock_pkey PRIMARY KEY (region, venue_id, item_id)
  -- constraint stock_rest CHECK ((rest >= 0))
  -- constraint stock_venue_fkey FOREIGN KEY (region, venue_id) REFERENCES venues.venue(region, id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment What lies at a venue: what came in is what went out, what was lost and what is left

venues.stock_move
  region integer not null
  id uuid not null
  venue_id uuid not null
  item_id uuid not null
  op text not null
  amount integer not null
  person_id uuid
  way text not null
  day date not null
  at timestamp with time zone not null
  by_name text not null
  because text not null default ''::text
  -- constraint stock_move_amount_check CHECK (((amount >= 1) AND (amount <= 100000)))
  -- constraint stock_move_one_each CHECK (((person_id IS NULL) OR ((op = 'handed'::text) AND (amount = 1))))
  -- constraint stock_move_op_check CHECK ((op = ANY (ARRAY['delivered'::text, 'handed'::text, 'lost'::text])))
  -- constraint stock_move_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint stock_move_pkey PRIMARY KEY (region, id)
  -- constraint stock_move_stock_fkey FOREIGN KEY (region, venue_id, item_id) REFERENCES venues.stock(region, venue_id, item_id)
  -- constraint stock_move_way_check CHECK ((way = ANY (ARRAY['card'::text, 'code'::text, 'count'::text, 'office'::text])))
  -- CREATE INDEX stock_move_of_person ON venues.stock_move USING btree (region, person_id) WHERE (person_id IS NOT NULL)
  -- CREATE INDEX stock_move_of_venue ON venues.stock_move USING btree (region, venue_id, at DESC)
  -- CREATE UNIQUE INDEX hand_out_once_a_day ON venues.stock_move USING btree (region, item_id, person_id, day) WHERE (person_id IS NOT NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Every delivery, hand-out and loss; append-only

venues.venue
  region integer not null
  id uuid not null
  code text not null
  org_id uuid not null
  kind text not null
  name text not null
  town integer
  address text not null default ''::text
  lng numeric(9,6)
  lat numeric(9,6)
  answers jsonb not null
  hours jsonb not null
  state text not null
  opened_on date
  closed_on date
  case_id uuid
  created_at timestamp with time zone not null
  changed_at timestamp with time zone not null
  version integer not null default 1
  -- constraint venue_case_fkey FOREIGN KEY (region, case_id) REFERENCES cases.matter(region, id)
  -- constraint venue_case_unique UNIQUE (region, case_id)
  -- constraint venue_closed CHECK (((state = 'closed'::text) = (closed_on IS NOT NULL)))
  -- constraint venue_code_check CHECK ((code ~ '^[A-HJ-NP-Z2-9]{8}$'::text))
  -- constraint venue_code_unique UNIQUE (region, code)
  -- constraint venue_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)))
  -- constraint venue_opened CHECK (((state <> ALL (ARRAY['open'::text, 'suspended'::text])) OR (opened_on IS NOT NULL)))
  -- constraint venue_org_fkey FOREIGN KEY (region, org_id) REFERENCES organisations.org(region, id)
  -- constraint venue_pkey PRIMARY KEY (region, id)
  -- constraint venue_point CHECK ((((lng IS NULL) = (lat IS NULL)) AND ((lng >= (70)::numeric) AND (lng <= (140)::numeric)) AND ((lat >= (0)::numeric) AND (lat <= (60)::numeric))))
  -- constraint venue_region_fkey FOREIGN KEY (region) REFERENCES kit.region_name(region)
  -- constraint venue_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'applied'::text, 'site_checked'::text, 'approved'::text, 'building'::text, 'accepted'::text, 'open'::text, 'suspended'::text, 'closed'::text])))
  -- CREATE INDEX venue_by_org ON venues.venue USING btree (region, org_id)
  -- CREATE INDEX venue_by_state ON venues.venue USING btree (region, state, kind)
  -- CREATE UNIQUE INDEX venue_name_unique ON venues.venue USING btree (region, org_id, name) WHERE (state <> 'closed'::text)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select, update to gongyou_app
  -- class tenant
  -- comment Venues as they stand; how each came to its state stands in venue_state

venues.venue_state
  region integer not null
  venue_id uuid not null
  seq integer not null
  state text not null
  on_day date not null
  because text not null default ''::text
  by_name text not null
  at timestamp with time zone not null
  -- constraint venue_state_pkey PRIMARY KEY (region, venue_id, seq)
  -- constraint venue_state_seq_check CHECK ((seq > 0))
  -- constraint venue_state_venue_fkey FOREIGN KEY (region, venue_id) REFERENCES venues.venue(region, id)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Which state a venue entered on which day, by whom and why; append-only

venues.visit
  region integer not null
  id uuid not null
  venue_id uuid not null
  person_id uuid
  amount integer not null
  way text not null
  day date not null
  at timestamp with time zone not null
  -- constraint visit_amount_check CHECK (((amount >= 1) AND (amount <= 10000)))
  -- constraint visit_one_each CHECK (((person_id IS NULL) OR (amount = 1)))
  -- constraint visit_person_fkey FOREIGN KEY (region, person_id) REFERENCES people.person(region, id)
  -- constraint visit_pkey PRIMARY KEY (region, id)
  -- constraint visit_venue_fkey FOREIGN KEY (region, venue_id) REFERENCES venues.venue(region, id)
  -- constraint visit_way_check CHECK ((way = ANY (ARRAY['code'::text, 'counter'::text])))
  -- CREATE INDEX visit_of_person ON venues.visit USING btree (region, person_id) WHERE (person_id IS NOT NULL)
  -- CREATE INDEX visit_of_venue ON venues.visit USING btree (region, venue_id, day)
  -- CREATE UNIQUE INDEX visit_once_a_day ON venues.visit USING btree (region, venue_id, person_id, day) WHERE (person_id IS NOT NULL)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant insert, select to gongyou_app
  -- class tenant
  -- comment Visits: a scan of the code at the door, or the tap counter; append-only
