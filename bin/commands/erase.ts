import { parseArgs } from 'node:util'
import { text } from 'node:stream/consumers'
import { parseLiveName } from '#app/documents/access.ts'
import { operator, eraseWords } from '#app/desk/erase-words.server.ts'
import { erasureReasons, passagesField, reasonField } from '#app/desk/erasure.ts'
import { type FoundWords, findWords } from '#app/desk/find-words.server.ts'
import { type Command, CommandRefused, UsageError, withDatabase } from './command.ts'

/** Passages come from standard input: not from the command line, which the shell remembers. */
export const eraseCommand: Command = {
  usage: `erase [--text NAME …] [--reason ${erasureReasons.join('|')}] [--yes] < PASSAGES`,
  does: 'finds passages (one a line, from standard input) in all texts, versions and editions; with --yes erases them for good',
  run: async (context) => {
    const { values } = parseArgs({
      args: context.args,
      options: { yes: { type: 'boolean' }, reason: { type: 'string' }, text: { type: 'string', multiple: true } },
    })
    const passages = passagesField.safeParse(await text(process.stdin))
    if (!passages.success) throw new UsageError('Give passages of 3 to 500 characters on standard input, one a line, at most 20.')
    const reason = reasonField.safeParse(values.reason ?? 'other')
    if (!reason.success) throw new UsageError(`--reason is one of ${erasureReasons.join(', ')}.`)
    const { env, print } = context
    await withDatabase(context, async (db) => {
      const found = await findWords({ db, dataDir: env.DATA_DIR }, operator, passages.data)
      const texts = found.texts.filter(({ name }) => !values.text || values.text.includes(name))
      tell({ ...found, texts }, print)
      const files = values.text ? [] : found.files
      if (texts.length + files.length === 0) throw new CommandRefused('No text and no file holds these passages.')
      if (!values.yes) return print('Nothing was erased. With --yes it is, and cannot be undone.')
      const targets = texts.map(({ name }) => ({ ...parseLiveName(name)!, what: passages.data }))
      await eraseWords(db, { eraser: operator, reason: reason.data, targets, files: files.map(({ id }) => id), dataDir: env.DATA_DIR })
      print(
        `Erased from ${targets.length} texts, with ${files.length} files. Search follows within a minute; older backups hold the words until you delete them.`,
      )
    })
  },
}

function tell({ texts, files, otherLanguages, fields }: FoundWords, print: (line: string) => void): void {
  for (const { name, title, excerpts, removed, versions, editions } of texts) {
    const places = [
      `${excerpts.length} in the draft`,
      ...(removed ? ['in removed words'] : []),
      `${versions} versions`,
      editions.length > 0 ? `editions ${editions.join(', ')}` : 'no edition',
    ]
    print(`${name}  ${title}: ${places.join(', ')}`)
  }
  for (const { id, name, inWords } of files)
    print(`file ${id}  ${name}: ${inWords ? 'in its words' : 'in its name or title'}; it goes as a whole`)
  if (otherLanguages.length > 0)
    print(`Look at the same texts in other languages too: ${otherLanguages.map(({ name }) => name).join(', ')}`)
  for (const { table, column, rows } of fields) print(`${table}.${column}: ${rows} records, to be changed by hand in their forms`)
}
