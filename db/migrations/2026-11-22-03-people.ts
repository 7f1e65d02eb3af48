import { type Kysely, sql } from 'kysely'

/** Accounts, sessions, one-time tokens, invitations to an account. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table person (
      id uuid primary key,
      email text not null,
      name text not null,
      password_hash text,
      role text not null default 'member' check (role in ('member', 'facilitator', 'editor', 'admin')),
      locale text not null default 'it',
      bio text not null default '',
      listed boolean not null default false,
      email_confirmed_at timestamptz,
      created_at timestamptz not null default now(),
      suspended_at timestamptz,
      closed_at timestamptz
    )`.execute(db)
  await sql`create unique index person_email_key on person (lower(email))`.execute(db)
  await sql`
    create table session (
      id text primary key,
      user_id uuid not null references person on delete cascade,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      last_seen_at timestamptz not null default now(),
      user_agent text not null default '',
      attributes jsonb not null default '{}'
    )`.execute(db)
  await sql`create index on session (user_id)`.execute(db)
  await sql`
    create table person_token (
      token_hash text primary key,
      person_id uuid references person on delete cascade,
      purpose text not null check (purpose in ('confirm-email', 'reset-password', 'change-email', 'invitation')),
      payload jsonb not null default '{}',
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      used_at timestamptz
    )`.execute(db)
  await sql`create index on person_token (person_id)`.execute(db)
  await sql`
    create table audit_entry (
      id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      actor_id uuid,
      action text not null,
      subject text not null,
      detail jsonb not null default '{}'
    )`.execute(db)
  await sql`create index on audit_entry (subject)`.execute(db)
  await sql`
    create table kept_mail (
      id uuid primary key,
      recipient text not null,
      subject text not null,
      body_text text not null,
      body_html text,
      created_at timestamptz not null default now(),
      sent_at timestamptz,
      last_error text
    )`.execute(db)
  await sql`
    create table setting (
      key text primary key,
      value jsonb not null,
      updated_at timestamptz not null default now()
    )`.execute(db)
}
