-- Who signs in, with what, and for how long; delegation and break-glass.

create schema accounts;
grant usage on schema accounts to gongyou_app;

create table accounts.account (
  region int not null references kit.region_name (region),
  id uuid not null,
  person_id uuid not null,
  login text check (login ~ '^[a-z0-9._-]{2,40}$'),
  password_hash text,
  -- encrypted with the key ring; null until the officer has set up a second factor
  totp_cipher bytea,
  totp_key_id smallint,
  totp_last_step bigint,
  staff boolean not null default false,
  failed_tries int not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (region, id),
  constraint account_person_fkey foreign key (region, person_id) references people.person (region, id),
  constraint account_person_unique unique (region, person_id)
);
comment on table accounts.account is 'How a person signs in: staff by login, workers by phone';
select kit.declare('accounts.account', 'tenant');
create unique index account_login_unique on accounts.account (region, login) where login is not null;
grant select, insert, update on accounts.account to gongyou_app;

create table accounts.passkey (
  region int not null,
  id text not null,
  account_id uuid not null,
  public_key bytea not null,
  counter bigint not null,
  transports text not null default '',
  label text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (region, id),
  constraint passkey_account_fkey foreign key (region, account_id) references accounts.account (region, id)
);
comment on table accounts.passkey is 'WebAuthn credentials of staff';
select kit.declare('accounts.passkey', 'tenant');
create index passkey_by_account on accounts.passkey (region, account_id);
grant select, insert, update, delete on accounts.passkey to gongyou_app;

create table accounts.session (
  region int not null,
  -- sha-256 of the bearer token; the token itself is never stored
  token_hash bytea not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('browser', 'api')),
  label text not null default '',
  -- null: everything the account may do
  rights text[],
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (region, token_hash),
  constraint session_account_fkey foreign key (region, account_id) references accounts.account (region, id)
);
comment on table accounts.session is 'Signed-in browsers and API tokens';
select kit.declare('accounts.session', 'tenant');
create index session_by_account on accounts.session (region, account_id) where ended_at is null;
create unique index session_id_unique on accounts.session (region, id);
grant select, insert, update on accounts.session to gongyou_app;

create table accounts.challenge (
  region int not null,
  id uuid not null,
  kind text not null check (kind in ('phone', 'second-factor', 'passkey-register', 'passkey-sign-in', 'first-administrator')),
  account_id uuid,
  mobile text,
  secret_hash bytea,
  wanted text,
  tries int not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (region, id)
);
comment on table accounts.challenge is 'One-time codes and sign-in steps under way; five wrong tries end one';
select kit.declare('accounts.challenge', 'tenant');
create index challenge_by_mobile on accounts.challenge (region, mobile, created_at) where mobile is not null;
grant select, insert, update, delete on accounts.challenge to gongyou_app;

create table accounts.delegation (
  region int not null,
  id uuid not null,
  post_id uuid not null,
  to_person_id uuid not null,
  rights text[] not null check (cardinality(rights) > 0),
  because text not null check (length(because) >= 2),
  from_at timestamptz not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  primary key (region, id),
  constraint delegation_post_fkey foreign key (region, post_id) references organisations.post (region, id),
  constraint delegation_person_fkey foreign key (region, to_person_id) references people.person (region, id),
  constraint delegation_period check (until_at > from_at and until_at <= from_at + interval '92 days')
);
comment on table accounts.delegation is 'A post holder lends rights to another person, always with an end';
select kit.declare('accounts.delegation', 'tenant');
create index delegation_by_person on accounts.delegation (region, to_person_id) where ended_at is null;
grant select, insert, update on accounts.delegation to gongyou_app;

create table accounts.break_glass (
  region int not null,
  id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  rights text[] not null check (cardinality(rights) > 0),
  because text not null check (length(because) >= 10),
  from_at timestamptz not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  reviewed_at timestamptz,
  reviewed_by uuid,
  primary key (region, id),
  constraint break_glass_person_fkey foreign key (region, person_id) references people.person (region, id),
  constraint break_glass_org_fkey foreign key (region, org_id) references organisations.org (region, id),
  constraint break_glass_period check (until_at > from_at and until_at <= from_at + interval '4 hours')
);
comment on table accounts.break_glass is 'Emergency access: a reason, four hours at most, reviewed afterwards';
select kit.declare('accounts.break_glass', 'tenant');
create index break_glass_by_person on accounts.break_glass (region, person_id) where ended_at is null;
grant select, insert, update on accounts.break_glass to gongyou_app;
