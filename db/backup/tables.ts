import type pg from 'pg'

export type TableShape = { name: string; columns: string[] }

/**
 * The tables of a backup, referenced ones first, so that loading them in this order satisfies every foreign key.
 * Left out: the search index and the catalogue's entries, which are rebuilt from the rest, and the migrator's own tables,
 * which the manifest replaces.
 */
export async function tablesInOrder(client: pg.ClientBase): Promise<TableShape[]> {
  const shapes = await client.query<TableShape>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and c.relname not like 'search\\_%' and c.relname not like 'catalogue\\_%' and c.relname not like 'kysely\\_%'
    group by c.relname order by c.relname`)
  const references = await client.query<{ child: string; parent: string }>(`
    select distinct child.relname as child, parent.relname as parent
    from pg_constraint k join pg_class child on child.oid = k.conrelid join pg_class parent on parent.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and child.oid <> parent.oid`)
  return parentsFirst(shapes.rows, references.rows)
}

function parentsFirst(shapes: TableShape[], references: { child: string; parent: string }[]): TableShape[] {
  const ordered: TableShape[] = []
  let waiting = shapes
  while (waiting.length > 0) {
    const ready = waiting.filter(({ name }) =>
      references.every(({ child, parent }) => child !== name || !waiting.some((one) => one.name === parent)),
    )
    if (ready.length === 0) throw new Error(`Foreign keys form a circle: ${waiting.map(({ name }) => name).join(', ')}`)
    ordered.push(...ready)
    waiting = waiting.filter((shape) => !ready.includes(shape))
  }
  return ordered
}

/** `copy public."table" ("a", "b")`: identifiers come from the catalogue or a checked manifest, quoted all the same. */
export const copyTarget = (client: pg.ClientBase, { name, columns }: TableShape): string =>
  `public.${client.escapeIdentifier(name)} (${columns.map((column) => client.escapeIdentifier(column)).join(', ')})`
