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
  -- CREATE INDEX fact_by_day ON ledger.fact USING btree (region, fact, day)
  -- policy region_wall for * using (region = kit.region()) check (region = kit.region())
  -- grant delete, insert, select to gongyou_app
  -- class tenant
  -- comment Countable rows drawn from acts by a declared projection; can be rebuilt from the acts at any time

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
