import { type Kysely, sql } from 'kysely'

/**
 * The facilitator's board: cards can be marked, and every change of a meeting's life is told to who watches it.
 * Triggers and not verbs tell: participants' pages, tables, care and jobs all write these tables, and a board that
 * misses one of them would lie. The payload is the process's id alone, so PostgreSQL folds a burst into one notice.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table contribution add column marked boolean not null default false`.execute(db)
  await sql`create index contribution_process on contribution (process_id, created_at desc)`.execute(db)
  await sql`
    create function tell_codesign() returns trigger language plpgsql as $$
    begin
      perform pg_notify('codesign_changed', coalesce(to_jsonb(new), to_jsonb(old)) ->> 'process_id');
      return null;
    end $$`.execute(db)
  for (const table of ['contribution', 'contribution_group', 'contribution_report', 'prompt', 'meeting', 'participant', 'join_code'])
    await sql`create trigger tell_codesign after insert or update or delete on ${sql.table(table)} for each row execute function tell_codesign()`.execute(
      db,
    )
  await sql`
    create function tell_codesign_of_contribution() returns trigger language plpgsql as $$
    begin
      perform pg_notify('codesign_changed', c.process_id::text) from contribution c
        where c.id = coalesce(new.contribution_id, old.contribution_id);
      return null;
    end $$`.execute(db)
  for (const table of ['contribution_outcome', 'contribution_translation', 'contribution_placement'])
    await sql`create trigger tell_codesign after insert or update or delete on ${sql.table(table)} for each row execute function tell_codesign_of_contribution()`.execute(
      db,
    )
  await sql`
    create function tell_codesign_of_table() returns trigger language plpgsql as $$
    begin
      perform pg_notify('codesign_changed', m.process_id::text) from meeting m where m.id = coalesce(new.meeting_id, old.meeting_id);
      return null;
    end $$`.execute(db)
  await sql`create trigger tell_codesign after insert or update or delete on codesign_table for each row execute function tell_codesign_of_table()`.execute(
    db,
  )
  await sql`
    create function tell_codesign_of_seat() returns trigger language plpgsql as $$
    begin
      perform pg_notify('codesign_changed', m.process_id::text) from codesign_table t join meeting m on m.id = t.meeting_id
        where t.id = coalesce(new.table_id, old.table_id);
      return null;
    end $$`.execute(db)
  await sql`create trigger tell_codesign after insert or update or delete on table_seat for each row execute function tell_codesign_of_seat()`.execute(
    db,
  )
}
