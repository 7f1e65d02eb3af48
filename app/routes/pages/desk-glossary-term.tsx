import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { fieldErrors, glossaryTermSchema } from '#app/glossary/glossary-term.schema.ts'
import { newTerm } from '#app/glossary/glossary-term.ts'
import { findGlossaryTerm } from '#app/glossary/glossary.queries.server.ts'
import { removeGlossaryTerm } from '#app/glossary/remove-glossary-term.server.ts'
import { saveGlossaryTerm } from '#app/glossary/save-glossary-term.server.ts'
import { GlossaryTermPage } from '#app/glossary/ui/glossary-term-page.tsx'
import { AppError } from '#app/shared/app-error.ts'
import { enterSignedIn } from '#app/shared/http/enter.server.ts'
import { headOf } from '#app/shared/http/head-of.ts'
import { readForm } from '#app/shared/http/read-form.server.ts'
import { pageMeta } from '#app/shared/ui/meta.ts'

const slugIn = ({ params }: LoaderFunctionArgs): string | undefined => (params.term === newTerm ? undefined : params.term)

/** /scrivania/glossario/:term */
export async function loader(args: LoaderFunctionArgs) {
  const entered = enterSignedIn(args, 'editor')
  const slug = slugIn(args)
  const term = slug === undefined ? undefined : await findGlossaryTerm(entered.db, slug)
  if (slug !== undefined && !term) throw new AppError('not-found')
  const known = term && {
    name_it: term.name_it,
    name_en: term.name_en,
    definition_it: term.definition_it ?? '',
    definition_en: term.definition_en ?? '',
    also: term.also.join('\n'),
  }
  return {
    head: headOf(entered, term?.name_it ?? entered.t('glossary.desk.new'), { noindex: true }),
    known,
    removable: term?.added ?? false,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, t, lang } = enterSignedIn(args, 'editor')
  const slug = slugIn(args)
  const asked = (await args.request.clone().formData()).get('act')
  if (asked === 'remove' && slug !== undefined) {
    await removeGlossaryTerm(db, actor, slug)
    return redirect(`/${lang}/scrivania/glossario?fatto=removed`, 303)
  }
  const form = await readForm(args.request, glossaryTermSchema)
  const sentence = (code: string) => t(`glossary.error.${fieldErrors.find((one) => one === code) ?? 'invalid'}`)
  if (!form.ok) {
    const errors = Object.fromEntries(Object.entries(form.problems).map(([name, code]) => [name, sentence(code)]))
    return data({ errors, typed: form.typed }, 422)
  }
  const outcome = await saveGlossaryTerm(db, actor, slug, form.value)
  if (outcome.ok) return redirect(`/${lang}/scrivania/glossario?fatto=saved`, 303)
  const { definition_it, definition_en, also, ...names } = form.value
  const typed = { ...names, definition_it: definition_it ?? '', definition_en: definition_en ?? '', also: also.join('\n') }
  return data({ errors: { name_it: sentence(outcome.reason) }, typed }, 422)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => (page ? pageMeta(page.head) : [])

export default function DeskGlossaryTerm() {
  const { known, removable } = useLoaderData<typeof loader>()
  return <GlossaryTermPage known={known} removable={removable} answer={useActionData<typeof action>()} />
}
