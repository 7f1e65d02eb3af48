import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { isLang } from '#app/shared/languages.ts'
import { setMessages } from '#app/shared/messages/loaded.ts'
import type { Compiled } from '#app/shared/messages/translator-of.ts'

const modules = import.meta.glob<{ default: Compiled }>('./shared/messages/generated/*.js')

/** Workspace pages only: loads the messages of the page's language, then hydrates. */
async function hydrate(): Promise<void> {
  const { lang } = document.documentElement
  const load = modules[`./shared/messages/generated/${lang}.js`]
  if (!load || !isLang(lang)) throw new Error(`No messages for ${lang}`)
  setMessages(lang, (await load()).default)
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    )
  })
}

void hydrate()
