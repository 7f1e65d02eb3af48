import { type Kysely, sql } from 'kysely'

/**
 * Participatory processes (percorsi partecipativi): phases, meetings, join codes, participants without an account,
 * prompts and the contributions that answer them, tables that write live, outcomes, and the ledger from an idea to
 * the sentence it became. Words for readers live in `*_text` tables, one row per language, because participants
 * read in ten. Nothing here holds an e-mail, an address, a phone or a real name of a participant (quality.md).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...processes, ...entering, ...asking, ...writing, ...following]) await sql.raw(statement).execute(db)
  await sql`alter table document drop constraint document_kind_check`.execute(db)
  await sql`
    alter table document add constraint document_kind_check
    check (kind in ('practice', 'take-away', 'session', 'programme', 'chapter', 'page', 'process', 'table'))`.execute(db)
}

const processes = [
  // document_id: the co-design text the process writes; table texts are documents of their own (below)
  `create table process (
    id uuid primary key,
    slug text collate "C" not null unique,
    state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'archived')),
    document_id uuid not null unique references document,
    promoter_id uuid references organisation,
    starts_on date,
    ends_on date,
    is_example boolean not null default false,
    created_by uuid references person on delete set null,
    published_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`,
  `create table process_text (
    process_id uuid not null references process on delete cascade,
    lang text not null,
    title text not null,
    summary text not null default '',
    purpose text not null default '',
    to_review boolean not null default false,
    primary key (process_id, lang)
  )`,
  `create table process_territory (
    process_id uuid not null references process on delete cascade,
    territory_id text not null references territory,
    primary key (process_id, territory_id)
  )`,
  `create table process_theme (
    process_id uuid not null references process on delete cascade,
    term_id text not null references term on delete cascade,
    primary key (process_id, term_id)
  )`,
  `create table process_facilitator (
    process_id uuid not null references process on delete cascade,
    person_id uuid not null references person on delete cascade,
    primary key (process_id, person_id)
  )`,
  `create table process_phase (
    id uuid primary key,
    process_id uuid not null references process on delete cascade,
    position integer not null,
    starts_on date,
    ends_on date,
    unique (process_id, position)
  )`,
  // what_now: "what you can do now" while this phase runs
  `create table process_phase_text (
    phase_id uuid not null references process_phase on delete cascade,
    lang text not null,
    title text not null,
    what_now text not null default '',
    to_review boolean not null default false,
    primary key (phase_id, lang)
  )`,
  // "What changed because of you": dated statements by the promoter
  `create table process_change (
    id uuid primary key,
    process_id uuid not null references process on delete cascade,
    happened_on date not null,
    url text
  )`,
  `create table process_change_text (
    change_id uuid not null references process_change on delete cascade,
    lang text not null,
    body text not null,
    to_review boolean not null default false,
    primary key (change_id, lang)
  )`,
  // One gathering, in a room or online; session_id when it is the operational part of a training session.
  // The board's settings are the meeting's: they hold for everyone who is in it.
  `create table meeting (
    id uuid primary key,
    process_id uuid not null references process on delete cascade,
    phase_id uuid references process_phase on delete set null,
    session_id uuid references training_session on delete set null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    title_it text not null,
    title_en text not null default '',
    place_it text not null default '',
    place_en text not null default '',
    meeting_url text,
    timer_ends_at timestamptz,
    slow_seconds integer not null default 0 check (slow_seconds between 0 and 600),
    hold_links boolean not null default true,
    hold_first boolean not null default false,
    locked boolean not null default false,
    projected_prompt_id uuid,
    closed_at timestamptz,
    created_at timestamptz not null default now()
  )`,
]

const entering = [
  // Eight unambiguous characters. Kept readable: it is shown on screens and printed with a QR, and it opens nothing
  // but the participant's side of one process until it expires, fills up or is revoked.
  `create table join_code (
    id uuid primary key,
    code text collate "C" not null unique check (code ~ '^[2-9A-HJ-NP-Z]{8}$'),
    process_id uuid not null references process on delete cascade,
    meeting_id uuid references meeting on delete cascade,
    capacity integer not null default 200 check (capacity between 1 and 2000),
    expires_at timestamptz not null,
    revoked_at timestamptz,
    created_by uuid references person on delete set null,
    created_at timestamptz not null default now()
  )`,
  // A guest of one process. The cookie's secret and the return code are stored as SHA-256 only. No address, no
  // device, no minute: joined_on is a day, for everyone but the board's live view, which keeps nothing.
  `create table participant (
    id uuid primary key,
    process_id uuid not null references process on delete cascade,
    join_code_id uuid references join_code on delete set null,
    pseudonym text not null,
    display_name text,
    lang text not null,
    colour text not null,
    secret_sha256 text unique,
    return_code_sha256 text unique,
    credit text not null default 'pseudonym' check (credit in ('pseudonym', 'none')),
    joined_on date not null default current_date,
    join_order bigint generated always as identity,
    blocked_at timestamptz,
    left_on date,
    unique (process_id, pseudonym)
  )`,
  `create index on participant (join_code_id)`,
]

const asking = [
  `create table prompt (
    id uuid primary key,
    process_id uuid not null references process on delete cascade,
    phase_id uuid references process_phase on delete set null,
    meeting_id uuid references meeting on delete cascade,
    position integer not null,
    kind text not null check (kind in ('choice', 'line', 'text')),
    voice boolean not null default true,
    state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
    created_at timestamptz not null default now()
  )`,
  // choices: a list of words in this language, in the same order in every language
  `create table prompt_text (
    prompt_id uuid not null references prompt on delete cascade,
    lang text not null,
    question text not null,
    help text not null default '',
    choices jsonb not null default '[]',
    to_review boolean not null default false,
    primary key (prompt_id, lang)
  )`,
  `create table contribution_group (
    id uuid primary key,
    process_id uuid not null references process on delete cascade,
    prompt_id uuid references prompt on delete cascade,
    position integer not null,
    title text not null
  )`,
  // client_key: made on the phone, so that an answer sent twice after a bad network is stored once.
  // said_by: in scribe mode a person of the staff writes what somebody said; consent is noted, never a name.
  `create table contribution (
    id uuid primary key,
    process_id uuid not null references process on delete cascade,
    prompt_id uuid references prompt on delete cascade,
    participant_id uuid references participant on delete set null,
    scribe_id uuid references person on delete set null,
    said_by text,
    said_consent boolean not null default false,
    client_key text not null,
    lang text not null,
    choice integer,
    body text not null default '',
    state text not null default 'shown' check (state in ('held', 'shown', 'hidden', 'withdrawn')),
    held_reason text,
    group_id uuid references contribution_group on delete set null,
    merged_into uuid references contribution on delete set null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (process_id, client_key)
  )`,
  `create index on contribution (prompt_id, created_at)`,
  `create index on contribution (participant_id)`,
  `create table contribution_translation (
    contribution_id uuid not null references contribution on delete cascade,
    lang text not null,
    body text not null,
    by_person uuid references person on delete set null,
    primary key (contribution_id, lang)
  )`,
  // A spoken answer: bytes in the file store, heard by facilitators only, deleted 30 days after transcription
  `create table contribution_voice (
    contribution_id uuid primary key references contribution on delete cascade,
    sha256 text not null,
    media_type text not null,
    size integer not null,
    seconds integer,
    transcribed_at timestamptz,
    delete_after timestamptz
  )`,
]

const writing = [
  // A table (tavolo) writes its own live text; target_* is where the text goes when the table is done.
  `create table codesign_table (
    id uuid primary key,
    meeting_id uuid not null references meeting on delete cascade,
    position integer not null,
    title text not null,
    prompt text not null default '',
    document_id uuid not null unique references document,
    lang text not null default 'it',
    target_document_id uuid references document on delete set null,
    target_lang text,
    target_section text,
    locked boolean not null default false,
    placed_at timestamptz,
    unique (meeting_id, position)
  )`,
  `create table table_seat (
    participant_id uuid not null references participant on delete cascade,
    table_id uuid not null references codesign_table on delete cascade,
    primary key (participant_id)
  )`,
  `create index on table_seat (table_id)`,
]

const following = [
  `create table contribution_outcome (
    contribution_id uuid primary key references contribution on delete cascade,
    outcome text not null check (outcome in ('taken-up', 'merged', 'not-taken')),
    decided_by uuid references person on delete set null,
    decided_at timestamptz not null default now()
  )`,
  `create table contribution_outcome_text (
    contribution_id uuid not null references contribution_outcome on delete cascade,
    lang text not null,
    reason text not null,
    to_review boolean not null default false,
    primary key (contribution_id, lang)
  )`,
  // The ledger: which idea went into which text. The passage itself carries a mark with the contribution's id, so
  // the link survives any editing around it; placed_text is what was put in, for comparison.
  `create table contribution_placement (
    id uuid primary key,
    contribution_id uuid not null references contribution on delete cascade,
    document_id uuid not null references document on delete cascade,
    lang text not null,
    placed_text text not null,
    placed_by uuid references person on delete set null,
    placed_at timestamptz not null default now(),
    removed_at timestamptz
  )`,
  `create index on contribution_placement (document_id, lang)`,
  `create index on contribution_placement (contribution_id)`,
  // Consent per published quote: dated, revocable, never assumed
  `create table quote_consent (
    contribution_id uuid primary key references contribution on delete cascade,
    credit text not null check (credit in ('pseudonym', 'none')),
    given_on date not null default current_date,
    withdrawn_on date
  )`,
  `create table contribution_report (
    id uuid primary key,
    process_id uuid not null references process on delete cascade,
    contribution_id uuid references contribution on delete cascade,
    table_id uuid references codesign_table on delete cascade,
    reporter_id uuid references participant on delete set null,
    reason text not null default '',
    decided text check (decided in ('kept', 'hidden', 'reverted')),
    decided_by uuid references person on delete set null,
    decided_at timestamptz,
    created_at timestamptz not null default now()
  )`,
]
